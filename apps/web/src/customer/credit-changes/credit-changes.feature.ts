import { CreditCard, Plus } from '@element-plus/icons-vue';
import type { Feature } from '../../shared/feature';

const permission = 'credit-limit-change:read';

export const creditChangeFeature: Feature = {
  routes: [
    {
      path: '/credit-limit-changes',
      name: 'credit-limit-changes',
      component: () => import('./CreditChangeListPage.vue'),
      meta: { title: 'creditChanges.title', permission },
    },
    {
      path: '/credit-limit-changes/:id',
      name: 'credit-limit-change',
      component: () => import('./CreditChangePage.vue'),
      props: true,
      meta: { title: 'creditChanges.one', permission, parent: 'credit-limit-changes' },
    },
  ],
  nav: [
    {
      to: 'credit-limit-changes',
      title: 'creditChanges.title',
      icon: CreditCard,
      permission,
      group: 'work',
      order: 14,
    },
  ],
  commands: [
    {
      title: 'creditChanges.create',
      icon: Plus,
      permission: 'credit-limit-change:create',
      to: { name: 'credit-limit-changes', query: { create: '1' } },
    },
  ],
  records: { 'credit-limit-change': (id) => ({ name: 'credit-limit-change', params: { id } }) },
};
