import { declarePermissions } from '../platform/auth/permission-catalogue.js';

export const APPROVAL_PERMISSIONS = declarePermissions([
  { code: 'approval:read', describe: 'See and decide approvals one takes part in', scoped: false },
  {
    code: 'approval:administer',
    describe: 'See all approvals, free stuck ones, reassign and terminate',
    scoped: false,
    needs: ['approval:read'],
  },
  { code: 'approval-flow:read', describe: 'See approval flows', scoped: false },
  {
    code: 'approval-flow:manage',
    describe: 'Draw approval flows and switch them on',
    scoped: false,
    needs: ['approval-flow:read', 'role:read', 'department:read', 'user:read'],
  },
]);
