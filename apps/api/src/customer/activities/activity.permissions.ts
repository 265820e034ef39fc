import { declarePermissions } from '../../platform/auth/permission-catalogue.js';

export const ACTIVITY_PERMISSIONS = declarePermissions([
  {
    code: 'activity:write',
    describe: 'Log activities and keep tasks: own ones, and those of whom one leads',
    scoped: true,
    needs: ['customer:read'],
  },
]);
