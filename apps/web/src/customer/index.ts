import { Plus, User } from '@element-plus/icons-vue';
import { type Component, defineAsyncComponent } from 'vue';
import type { Feature } from '../shared/feature';
import { needWords } from '../shared/i18n/i18n';

export { calendarFeature } from './calendar/calendar.feature';
export { activityFeature } from './activities/activities.feature';
export { contactFeature } from './contacts/contacts.feature';
export { creditChangeFeature } from './credit-changes/credit-changes.feature';
export { dailyReportFeature } from './daily-reports/daily-reports.feature';
export { opportunityFeature } from './opportunities/opportunities.feature';

/** For the home page: fetched, with its words, when that shows it. */
export const HomeDay: Component = defineAsyncComponent(async () => {
  const [module] = await Promise.all([import('./calendar/HomeDay.vue'), needWords('calendar.title')]);
  return module.default;
});

export const customerFeature: Feature = {
  routes: [
    {
      path: '/customers',
      name: 'customers',
      component: () => import('./CustomerListPage.vue'),
      meta: {
        title: 'customer.title',
        permission: 'customer:read',
        ahead: async () => (await import('./customer.ahead')).customersAhead,
      },
    },
    {
      path: '/customers/:id',
      name: 'customer',
      component: () => import('./CustomerDetailPage.vue'),
      props: true,
      meta: { title: 'customer.one', permission: 'customer:read', parent: 'customers' },
    },
  ],
  nav: [
    {
      to: 'customers',
      title: 'customer.title',
      icon: User,
      permission: 'customer:read',
      group: 'work',
      order: 10,
      onPhone: true,
    },
  ],
  commands: [
    {
      title: 'customer.create',
      icon: Plus,
      permission: 'customer:create',
      to: { name: 'customers', query: { create: '1' } },
    },
  ],
  records: { customer: (id) => ({ name: 'customer', params: { id } }) },
};
