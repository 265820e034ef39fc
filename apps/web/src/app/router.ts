import { type Pinia } from 'pinia';
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router';
import { onSessionEnded } from '../shared/api/access';
import { readAhead } from '../shared/api/read-ahead';
import { needWords } from '../shared/i18n/i18n';
import { useSession } from '../shared/session/session.store';
import { features } from './features';

const shellRoutes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('./sign-in/SignInPage.vue'),
    meta: { title: 'app.signIn.title', isPublic: true, isBare: true },
  },
  {
    path: '/password',
    name: 'change-password',
    component: () => import('./sign-in/ChangePasswordPage.vue'),
    meta: { title: 'app.password.title', isBare: true },
  },
  {
    path: '/forgotten-password',
    name: 'forgotten-password',
    component: () => import('./sign-in/ForgottenPasswordPage.vue'),
    meta: { title: 'app.forgotten.title', isPublic: true, isBare: true },
  },
  {
    path: '/set-password',
    name: 'set-password',
    component: () => import('./sign-in/SetPasswordPage.vue'),
    meta: { title: 'app.setPassword.title', isPublic: true, isBare: true },
  },
  {
    path: '/second-factor',
    name: 'enrol-second-factor',
    component: () => import('./sign-in/EnrolSecondFactorPage.vue'),
    meta: { title: 'app.secondFactor.title', isBare: true },
  },
  {
    path: '/me/notifications',
    name: 'notification-preferences',
    component: () => import('./notifications/NotificationPreferencesPage.vue'),
    meta: { title: 'app.preferences.title' },
  },
  {
    path: '/forbidden',
    name: 'forbidden',
    component: () => import('./pages/ForbiddenPage.vue'),
    meta: { title: 'app.forbidden.title' },
  },
  {
    path: '/:path(.*)*',
    name: 'not-found',
    component: () => import('./pages/NotFoundPage.vue'),
    meta: { title: 'app.notFound.title' },
  },
];

export function createAppRouter(pinia: Pinia) {
  const session = useSession(pinia);
  const router = createRouter({
    history: createWebHistory(),
    routes: [...features.flatMap((feature) => feature.routes), ...shellRoutes],
    scrollBehavior: (to, from, saved) => (to.path === from.path ? undefined : (saved ?? { top: 0 })),
  });

  router.beforeEach((to, from) => {
    if (to.meta.isPublic) return session.isSignedIn && to.name === 'sign-in' ? { name: 'home' } : true;
    if (!session.isSignedIn) return { name: 'sign-in', query: to.path === '/' ? {} : { next: to.fullPath } };
    if (session.mustChangePassword && to.name !== 'change-password') return { name: 'change-password' };
    const isAboutAccess = to.name === 'change-password' || to.name === 'enrol-second-factor';
    if (session.mustEnrolSecondFactor && !isAboutAccess) return { name: 'enrol-second-factor' };
    if (!session.can(to.meta.permission)) return { name: 'forbidden', query: { from: to.fullPath } };
    if (to.name !== from.name) void readAhead(pinia, to);
    return true;
  });

  router.beforeResolve((to) => needWords(to.meta.title ?? ''));

  onSessionEnded(async () => {
    const here = router.currentRoute.value;
    if (!here.meta.isPublic)
      await router.replace({ name: 'sign-in', query: { next: here.fullPath, ended: '1' } });
  });
  return router;
}
