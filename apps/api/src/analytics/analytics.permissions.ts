import { declarePermissions } from '../platform/auth/permission-catalogue.js';

export const ANALYTICS_PERMISSIONS = declarePermissions([
  { code: 'statistics:read', describe: 'Read sales statistics', scoped: true },
]);
