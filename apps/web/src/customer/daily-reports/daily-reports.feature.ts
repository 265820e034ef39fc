import { EditPen, Notebook } from '@element-plus/icons-vue';
import type { Feature } from '../../shared/feature';

const permission = 'daily-report:read';

export const dailyReportFeature: Feature = {
  routes: [
    {
      path: '/daily-reports',
      name: 'daily-reports',
      component: () => import('./DailyReportListPage.vue'),
      meta: { title: 'dailyReports.title', permission },
    },
    {
      path: '/daily-reports/write',
      name: 'daily-report-write',
      component: () => import('./DailyReportWritePage.vue'),
      meta: { title: 'dailyReports.write', permission: 'daily-report:write', parent: 'daily-reports' },
    },
    {
      path: '/daily-reports/team',
      name: 'team-work',
      component: () => import('./team/TeamWorkPage.vue'),
      meta: { title: 'dailyReports.team.title', permission, parent: 'daily-reports' },
    },
    {
      path: '/daily-reports/:id',
      name: 'daily-report',
      component: () => import('./DailyReportPage.vue'),
      props: true,
      meta: { title: 'dailyReports.one', permission, parent: 'daily-reports' },
    },
  ],
  nav: [
    {
      to: 'daily-reports',
      title: 'dailyReports.title',
      icon: Notebook,
      permission,
      group: 'work',
      order: 12.5,
    },
  ],
  commands: [
    {
      title: 'dailyReports.write',
      icon: EditPen,
      permission: 'daily-report:write',
      to: { name: 'daily-report-write' },
    },
    { title: 'dailyReports.team.title', icon: Notebook, permission, to: { name: 'team-work' } },
  ],
  records: { 'daily-report': (id) => ({ name: 'daily-report', params: { id } }) },
};
