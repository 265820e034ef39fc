import { Plus, Postcard } from '@element-plus/icons-vue';
import type { Feature } from '../../shared/feature';

export const contactFeature: Feature = {
  routes: [
    {
      path: '/contacts',
      name: 'contacts',
      component: () => import('./ContactListPage.vue'),
      meta: {
        title: 'contacts.title',
        permission: 'customer:read',
        ahead: async () => (await import('./contacts.ahead')).contactsAhead,
      },
    },
  ],
  nav: [
    {
      to: 'contacts',
      title: 'contacts.title',
      icon: Postcard,
      permission: 'customer:read',
      group: 'work',
      order: 10,
    },
  ],
  commands: [
    {
      title: 'contacts.create',
      icon: Plus,
      permission: 'customer:change',
      to: { name: 'contacts', query: { create: '1' } },
    },
  ],
  records: { contact: (id) => ({ name: 'contacts', query: { open: id } }) },
};
