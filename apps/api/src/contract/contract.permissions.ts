import { declarePermissions } from '../platform/auth/permission-catalogue.js';

export const CONTRACT_PERMISSIONS = declarePermissions([
  { code: 'order:read', describe: 'See orders', scoped: true },
  { code: 'order:import', describe: 'Bring in orders from files', scoped: true },
]);
