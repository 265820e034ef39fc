import { TrendCharts } from '@element-plus/icons-vue';
import type { Feature } from '../shared/feature';

const permission = 'statistics:read';

export const analyticsFeature: Feature = {
  routes: [
    {
      path: '/statistics',
      name: 'sales-statistics',
      component: () => import('./SalesStatisticsPage.vue'),
      meta: { title: 'analytics.title', permission },
    },
    {
      path: '/statistics/lines',
      name: 'sales-lines',
      component: () => import('./SalesLinesPage.vue'),
      meta: { title: 'analytics.lines.title', permission, parent: 'sales-statistics' },
    },
  ],
  nav: [
    {
      to: 'sales-statistics',
      title: 'analytics.title',
      icon: TrendCharts,
      permission,
      group: 'analysis',
      order: 10,
      onPhone: true,
    },
  ],
  commands: [{ title: 'analytics.title', icon: TrendCharts, permission, to: { name: 'sales-statistics' } }],
};
