import { declarePermissions } from '../platform/auth/permission-catalogue.js';

export const CUSTOMER_PERMISSIONS = declarePermissions([
  { code: 'customer:read', describe: 'See customers and their contacts', scoped: true },
  { code: 'customer:create', describe: 'Add customers', scoped: true },
  { code: 'customer:change', describe: 'Change customers and their contacts', scoped: true },
  {
    code: 'customer:delete',
    describe: 'Put customers into the recycle bin and take them back',
    scoped: true,
  },
  { code: 'territory:read', describe: 'See sales territories', scoped: false },
  { code: 'territory:change', describe: 'Add and change sales territories', scoped: false },
]);
