import { Key, OfficeBuilding, Plus, UserFilled } from '@element-plus/icons-vue';
import type { Feature } from '../shared/feature';

export const systemAdminFeature: Feature = {
  routes: [
    {
      path: '/users',
      name: 'users',
      component: () => import('./users/UserListPage.vue'),
      // Reading colleagues is everybody's, to name owners; the page is for those who keep the accounts.
      meta: { title: 'systemAdmin.users.title', permission: 'user:manage' },
    },
    {
      path: '/roles',
      name: 'roles',
      component: () => import('./roles/RolesPage.vue'),
      meta: { title: 'systemAdmin.roles.title', permission: 'role:read' },
    },
    {
      path: '/departments',
      name: 'departments',
      component: () => import('./departments/DepartmentsPage.vue'),
      meta: { title: 'systemAdmin.departments.title', permission: 'department:read' },
    },
  ],
  nav: [
    {
      to: 'users',
      title: 'systemAdmin.users.title',
      icon: UserFilled,
      permission: 'user:manage',
      group: 'admin',
      order: 80,
      onPhone: true,
    },
    {
      to: 'roles',
      title: 'systemAdmin.roles.title',
      icon: Key,
      permission: 'role:read',
      group: 'admin',
      order: 81,
    },
    {
      to: 'departments',
      title: 'systemAdmin.departments.title',
      icon: OfficeBuilding,
      permission: 'department:read',
      group: 'admin',
      order: 82,
    },
  ],
  commands: [
    {
      title: 'systemAdmin.users.create',
      icon: Plus,
      permission: 'user:manage',
      to: { name: 'users', query: { create: '1' } },
    },
  ],
  records: { user: (id) => ({ name: 'users', query: { open: id } }) },
};
