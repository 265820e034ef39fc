import { Discount, Plus, ScaleToOriginal } from '@element-plus/icons-vue';
import type { Feature } from '../../shared/feature';

export const promotionFeature: Feature = {
  routes: [
    {
      path: '/promotions',
      name: 'promotions',
      component: () => import('./PromotionListPage.vue'),
      meta: { title: 'promotions.title', permission: 'promotion:read' },
    },
    {
      path: '/price-deviations',
      name: 'price-deviations',
      component: () => import('./DeviationListPage.vue'),
      meta: { title: 'promotions.deviations.title', permission: 'customer:read' },
    },
  ],
  nav: [
    {
      to: 'promotions',
      title: 'promotions.title',
      icon: Discount,
      permission: 'promotion:read',
      group: 'work',
      order: 24,
    },
    {
      to: 'price-deviations',
      title: 'promotions.deviations.title',
      icon: ScaleToOriginal,
      permission: 'customer:read',
      group: 'work',
      order: 25,
    },
  ],
  commands: [
    {
      title: 'promotions.create',
      icon: Plus,
      permission: 'promotion:manage',
      to: { name: 'promotions', query: { create: '1' } },
    },
  ],
  records: { promotion: (id) => ({ name: 'promotions', query: { open: id } }) },
};
