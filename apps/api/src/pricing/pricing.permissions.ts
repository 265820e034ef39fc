import { declarePermissions } from '../platform/auth/permission-catalogue.js';
import { declareSensitiveFields } from '../platform/auth/sensitive-fields.js';

export const PRICING_PERMISSIONS = declarePermissions([
  { code: 'product:read', describe: 'See the product catalogue', scoped: false },
  {
    code: 'product:change',
    describe: 'Change the product catalogue',
    scoped: false,
    needs: ['product:read'],
  },
  { code: 'cost:read', describe: 'See cost, profit and margin', scoped: false, fields: 'hidden' },
  {
    code: 'cost:change',
    describe: 'Record what products cost',
    scoped: false,
    needs: ['product:read', 'cost:read'],
  },
  {
    code: 'price:read',
    describe: 'Query prices, in the tables and ways given to the role',
    scoped: false,
    needs: ['product:read'],
  },
  {
    code: 'price:resolve',
    describe: 'Ask for the price of a customer',
    scoped: false,
    needs: ['price:read'],
  },
  {
    code: 'price:deviate',
    describe: 'Record a price below the floor or off the tables, with the reason',
    scoped: false,
    needs: ['price:resolve'],
  },
  {
    code: 'price-table:manage',
    describe: 'Set up price tables and who sees them; see all of them in every way',
    scoped: false,
    needs: ['price:read'],
  },
  {
    code: 'price-revision:read',
    describe: 'See price revisions',
    scoped: true,
    needs: ['price:read'],
  },
  {
    code: 'price-revision:create',
    describe: 'Enter, adjust and submit price revisions',
    scoped: true,
    needs: ['price-revision:read'],
  },
  {
    code: 'price-revision:backdate',
    describe: 'Submit price revisions that take effect in the past, with the reason',
    scoped: false,
    needs: ['price-revision:create'],
  },
  { code: 'promotion:read', describe: 'See promotions', scoped: false, needs: ['product:read'] },
  {
    code: 'promotion:manage',
    describe: 'Set up, start and end promotions',
    scoped: false,
    needs: ['promotion:read'],
  },
]);

const COST = { column: 'cost', permission: 'cost:read', without: 'hidden' } as const;
declareSensitiveFields(
  { table: 'product_costs', audited: 'product-cost', ...COST },
  { table: 'price_revision_lines', audited: 'price-revision-line', ...COST },
);
