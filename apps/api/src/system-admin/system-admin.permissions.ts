import { declarePermissions } from '../platform/auth/permission-catalogue.js';

export const SYSTEM_ADMIN_PERMISSIONS = declarePermissions([
  { code: 'user:read', describe: 'See users', scoped: false },
  {
    code: 'user:manage',
    describe: 'Add, change, disable users and reset their passwords',
    scoped: false,
    needs: ['user:read', 'role:read', 'department:read'],
  },
  {
    code: 'user:see-as',
    describe: 'See the product as another user does, without changing anything',
    scoped: false,
    needs: ['user:manage'],
  },
  { code: 'security:manage', describe: 'Set password rules and who needs a second factor', scoped: false },
  { code: 'role:read', describe: 'See roles and what they may do', scoped: false },
  { code: 'role:manage', describe: 'Make, change and delete roles', scoped: false, needs: ['role:read'] },
  { code: 'department:read', describe: 'See departments', scoped: false },
  { code: 'department:manage', describe: 'Add, change and move departments and positions', scoped: false },
  {
    code: 'api-key:manage',
    describe: 'Make and revoke API keys',
    scoped: true,
    needs: ['user:read', 'role:read'],
  },
  {
    code: 'webhook:manage',
    describe: 'Make webhooks of own, and switch off those of others',
    scoped: true,
    needs: ['event-feed:read'],
  },
  { code: 'notification:read', describe: 'See own notifications', scoped: false },
  {
    code: 'saved-view:share',
    describe: 'Share views of lists with departments, roles or everybody',
    scoped: false,
  },
  { code: 'audit:read', describe: 'Read the audit log', scoped: false },
]);
