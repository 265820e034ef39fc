import { Money, Search } from '@element-plus/icons-vue';
import type { Feature } from '../../shared/feature';

export const priceQueryFeature: Feature = {
  routes: [
    {
      path: '/prices',
      name: 'prices',
      component: () => import('./PriceQueryPage.vue'),
      meta: { title: 'priceQuery.title', permission: 'price:read' },
    },
    {
      path: '/prices/ask',
      name: 'ask-price',
      component: () => import('./AskPricePage.vue'),
      meta: { title: 'priceQuery.ask.title', permission: 'price:resolve', parent: 'prices' },
    },
  ],
  nav: [
    {
      to: 'prices',
      title: 'priceQuery.title',
      icon: Search,
      permission: 'price:read',
      group: 'work',
      order: 21,
    },
  ],
  commands: [
    {
      title: 'priceQuery.ask.title',
      icon: Money,
      permission: 'price:resolve',
      to: { name: 'ask-price' },
    },
  ],
};
