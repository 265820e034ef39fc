import { declarePermissions } from '../../platform/auth/permission-catalogue.js';

export const DAILY_REPORT_PERMISSIONS = declarePermissions([
  {
    code: 'daily-report:write',
    describe: 'Hand in daily reports: own ones, and from files also those of others within the scope',
    scoped: true,
    needs: ['daily-report:read'],
  },
  {
    code: 'daily-report:read',
    describe: 'Read and comment on daily reports, and see the work of people by figures',
    scoped: true,
    needs: ['customer:read'],
  },
  {
    code: 'daily-report:manage',
    describe: 'Set on which days and until when daily reports are wanted',
    scoped: false,
    needs: ['daily-report:read'],
  },
]);
