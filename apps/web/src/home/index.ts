import { HomeFilled } from '@element-plus/icons-vue';
import type { Feature } from '../shared/feature';

export const homeFeature: Feature = {
  routes: [
    { path: '/', name: 'home', component: () => import('./HomePage.vue'), meta: { title: 'home.title' } },
  ],
  nav: [{ to: 'home', title: 'home.title', icon: HomeFilled, group: 'work', order: 0, onPhone: true }],
};
