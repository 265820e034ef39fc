import { ChatLineSquare, Checked, Plus } from '@element-plus/icons-vue';
import type { Feature } from '../../shared/feature';

export const activityFeature: Feature = {
  routes: [
    {
      path: '/activities',
      name: 'activities',
      component: () => import('./ActivityListPage.vue'),
      meta: { title: 'activities.title', permission: 'customer:read' },
    },
    {
      path: '/tasks',
      name: 'tasks',
      component: () => import('./TaskListPage.vue'),
      meta: { title: 'activities.task.list', permission: 'activity:write' },
    },
  ],
  nav: [
    {
      to: 'activities',
      title: 'activities.title',
      icon: ChatLineSquare,
      permission: 'customer:read',
      group: 'work',
      order: 11,
    },
    {
      to: 'tasks',
      title: 'activities.task.list',
      icon: Checked,
      permission: 'activity:write',
      group: 'work',
      order: 12,
    },
  ],
  commands: [
    {
      title: 'activities.create',
      icon: Plus,
      permission: 'activity:write',
      to: { name: 'activities', query: { create: '1' } },
    },
    {
      title: 'activities.task.create',
      icon: Plus,
      permission: 'activity:write',
      to: { name: 'tasks', query: { create: '1' } },
    },
  ],
  summary: [{ resource: 'customer', order: 10, component: () => import('./components/NextStep.vue') }],
  records: { task: (id) => ({ name: 'tasks', query: { open: id } }) },
};
