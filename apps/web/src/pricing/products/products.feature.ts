import { Box, Plus } from '@element-plus/icons-vue';
import type { Feature } from '../../shared/feature';

const permission = 'product:read';

export const productFeature: Feature = {
  routes: [
    {
      path: '/products',
      name: 'products',
      component: () => import('./ProductListPage.vue'),
      meta: {
        title: 'products.title',
        permission,
        ahead: async () => (await import('./products.ahead')).productsAhead,
      },
    },
    {
      path: '/products/:id',
      name: 'product',
      component: () => import('./ProductDetailPage.vue'),
      props: true,
      meta: { title: 'products.one', permission, parent: 'products' },
    },
    {
      path: '/product-categories',
      name: 'product-categories',
      component: () => import('../catalogue/CataloguePage.vue'),
      meta: { title: 'products.catalogue.title', permission, parent: 'products' },
    },
  ],
  nav: [{ to: 'products', title: 'products.title', icon: Box, permission, group: 'work', order: 20 }],
  commands: [
    {
      title: 'products.create',
      icon: Plus,
      permission: 'product:change',
      to: { name: 'products', query: { create: '1' } },
    },
    { title: 'products.catalogue.title', icon: Box, permission, to: { name: 'product-categories' } },
  ],
  records: { product: (id) => ({ name: 'product', params: { id } }) },
};
