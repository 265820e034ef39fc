import { Upload } from '@element-plus/icons-vue';
import type { Feature } from '../shared/feature';

const permission = 'import:run';

export const importFeature: Feature = {
  routes: [
    {
      path: '/imports',
      name: 'imports',
      component: () => import('./ImportListPage.vue'),
      meta: { title: 'import.title', permission },
    },
    {
      path: '/imports/new',
      name: 'import-new',
      component: () => import('./ImportNewPage.vue'),
      meta: { title: 'import.start', permission, parent: 'imports' },
    },
    {
      path: '/imports/:id',
      name: 'import',
      component: () => import('./ImportPage.vue'),
      props: true,
      meta: { title: 'import.one', permission, parent: 'imports' },
    },
  ],
  nav: [
    {
      to: 'imports',
      title: 'import.title',
      icon: Upload,
      permission,
      group: 'work',
      order: 80,
      onPhone: true,
    },
  ],
  commands: [{ title: 'import.start', icon: Upload, permission, to: { name: 'import-new' } }],
  records: { import: (id) => ({ name: 'import', params: { id } }) },
};
