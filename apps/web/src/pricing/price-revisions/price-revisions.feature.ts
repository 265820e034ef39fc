import { DocumentChecked, Plus } from '@element-plus/icons-vue';
import type { Feature } from '../../shared/feature';

const permission = 'price-revision:read';

export const priceRevisionFeature: Feature = {
  routes: [
    {
      path: '/price-revisions',
      name: 'price-revisions',
      component: () => import('./PriceRevisionListPage.vue'),
      meta: { title: 'priceRevisions.title', permission },
    },
    {
      path: '/price-revisions/:id',
      name: 'price-revision',
      component: () => import('./PriceRevisionPage.vue'),
      props: true,
      meta: { title: 'priceRevisions.one', permission, parent: 'price-revisions' },
    },
  ],
  nav: [
    {
      to: 'price-revisions',
      title: 'priceRevisions.title',
      icon: DocumentChecked,
      permission,
      group: 'work',
      order: 23,
    },
  ],
  commands: [
    {
      title: 'priceRevisions.create',
      icon: Plus,
      permission: 'price-revision:create',
      to: { name: 'price-revisions', query: { create: '1' } },
    },
  ],
  records: { 'price-revision': (id) => ({ name: 'price-revision', params: { id } }) },
};
