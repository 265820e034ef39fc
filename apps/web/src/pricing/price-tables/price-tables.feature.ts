import { Plus, PriceTag, Setting } from '@element-plus/icons-vue';
import type { Feature } from '../../shared/feature';

const permission = 'price:read';

export const priceTableFeature: Feature = {
  routes: [
    {
      path: '/price-tables',
      name: 'price-tables',
      component: () => import('./PriceTableListPage.vue'),
      meta: { title: 'priceTables.title', permission },
    },
    {
      path: '/price-tables/:id',
      name: 'price-table',
      component: () => import('./PriceTablePage.vue'),
      props: true,
      meta: { title: 'priceTables.one', permission, parent: 'price-tables' },
    },
    {
      path: '/price-settings',
      name: 'price-settings',
      component: () => import('./PriceSettingsPage.vue'),
      meta: { title: 'priceTables.settingsTitle', permission: 'price-table:manage', parent: 'price-tables' },
    },
  ],
  nav: [
    { to: 'price-tables', title: 'priceTables.title', icon: PriceTag, permission, group: 'work', order: 22 },
  ],
  commands: [
    {
      title: 'priceTables.create',
      icon: Plus,
      permission: 'price-table:manage',
      to: { name: 'price-tables', query: { create: '1' } },
    },
    {
      title: 'priceTables.settingsTitle',
      icon: Setting,
      permission: 'price-table:manage',
      to: { name: 'price-settings' },
    },
  ],
  records: { 'price-table': (id) => ({ name: 'price-table', params: { id } }) },
};
