import 'element-plus/theme-chalk/base.css';
import 'element-plus/theme-chalk/dark/css-vars.css';
import './styles/tokens.css';
import './styles/element.css';
import './styles/base.css';
import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { mayHaveSession } from '../shared/api/access';
import { fetchWords, i18n, needAllWords, setLocale } from '../shared/i18n/i18n';
import { useSession } from '../shared/session/session.store';
import { SUMMARY_ENTRIES } from '../shared/detail/summary-entries';
import App from './App.vue';
import { summaryEntries } from './features';
import { createAppRouter } from './router';

const pinia = createPinia();
const router = createAppRouter(pinia);

/** Fetches the shell and the page asked for while the session is still being restored. */
function warmUp(): void {
  void import('./layout/AppLayout.vue');
  const { matched, meta } = router.resolve(location.pathname);
  fetchWords(meta.title ?? '');
  const page = matched.at(-1)?.components?.default;
  if (typeof page === 'function') void (page as () => Promise<unknown>)();
}

if (mayHaveSession()) warmUp();
// A server that is away must not leave a blank page: the sign-in page comes up and says so.
await Promise.all([
  setLocale(),
  useSession(pinia)
    .restore()
    .catch(() => undefined),
]);
createApp(App)
  .use(pinia)
  .use(PiniaColada, { queryOptions: { staleTime: 10_000, gcTime: 300_000 } })
  .use(i18n)
  .use(router)
  .provide(SUMMARY_ENTRIES, summaryEntries)
  .mount('#app');

await router.isReady();
setTimeout(() => void needAllWords(), 2_000);
