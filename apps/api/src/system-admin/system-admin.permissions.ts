import { declarePermissions } from '../platform/auth/permission-catalogue.js';

export const SYSTEM_ADMIN_PERMISSIONS = declarePermissions([
  { code: 'user:read', describe: 'See users', scoped: false },
  { code: 'user:manage', describe: 'Add, change, disable users and reset their passwords', scoped: false },
  { code: 'role:read', describe: 'See roles and what they may do', scoped: false },
  { code: 'department:read', describe: 'See departments', scoped: false },
  { code: 'notification:read', describe: 'See own notifications', scoped: false },
  { code: 'audit:read', describe: 'Read the audit log', scoped: false },
]);
