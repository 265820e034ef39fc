import { declarePermissions } from '../platform/auth/permission-catalogue.js';

export const PRICING_PERMISSIONS = declarePermissions([
  { code: 'product:read', describe: 'See the product catalogue', scoped: false },
  {
    code: 'product:change',
    describe: 'Change the product catalogue',
    scoped: false,
    needs: ['product:read'],
  },
  { code: 'cost:read', describe: 'See cost, profit and margin', scoped: false, fields: 'hidden' },
]);
