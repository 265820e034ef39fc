import { Calendar, Plus } from '@element-plus/icons-vue';
import type { Feature } from '../../shared/feature';

const permission = 'activity:write';

export const calendarFeature: Feature = {
  routes: [
    {
      path: '/calendar',
      name: 'calendar',
      component: () => import('./CalendarPage.vue'),
      meta: { title: 'calendar.title', permission },
    },
  ],
  nav: [{ to: 'calendar', title: 'calendar.title', icon: Calendar, permission, group: 'work', order: 10.5 }],
  commands: [
    {
      title: 'calendar.create',
      icon: Plus,
      permission,
      to: { name: 'calendar', query: { create: '1' } },
    },
  ],
  records: { appointment: (id) => ({ name: 'calendar', query: { open: id } }) },
};
