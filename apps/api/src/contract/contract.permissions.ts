import { declareSensitiveFields } from '../platform/auth/sensitive-fields.js';
import { declarePermissions } from '../platform/auth/permission-catalogue.js';

export const CONTRACT_PERMISSIONS = declarePermissions([
  { code: 'order:read', describe: 'See orders', scoped: true },
  {
    code: 'order:import',
    describe: 'Bring in orders from files',
    scoped: true,
    needs: ['order:read', 'import:run'],
  },
  {
    code: 'order:delete',
    describe: 'Put orders into the recycle bin and take them back',
    scoped: true,
    needs: ['order:read'],
  },
]);

const COST = {
  table: 'order_lines',
  audited: 'order-line',
  permission: 'cost:read',
  without: 'hidden',
} as const;
declareSensitiveFields({ ...COST, column: 'cost_amount' }, { ...COST, column: 'profit' });
