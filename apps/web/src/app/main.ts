import 'element-plus/theme-chalk/base.css';
import 'element-plus/theme-chalk/dark/css-vars.css';
import './styles/tokens.css';
import './styles/element.css';
import './styles/base.css';
import { PiniaColada } from '@pinia/colada';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import { mayHaveSession } from '../shared/api/access';
import { readAhead } from '../shared/api/read-ahead';
import { formatAgo, formatInstant } from '../shared/format/dates';
import { formatMoney } from '../shared/format/numbers';
import { fetchWords, i18n, needAllWords, setLocale } from '../shared/i18n/i18n';
import { useSession } from '../shared/session/session.store';
import { SUMMARY_ENTRIES } from '../shared/detail/summary-entries';
import App from './App.vue';
import { summaryEntries } from './features';
import { createAppRouter } from './router';

const pinia = createPinia();
const router = createAppRouter(pinia);

const opened = router.resolve(location.pathname + location.search);

/** The first number and the first date that a browser writes cost as much as a hundred of them. */
function writeFirst(): void {
  formatMoney('0');
  formatAgo(new Date().toISOString());
  formatInstant(new Date().toISOString());
}

/** Fetches the shell and the page asked for while the session is still being restored. */
function warmUp(): void {
  void import('./layout/AppLayout.vue');
  void opened.meta.ahead?.();
  const { matched, meta } = opened;
  fetchWords(meta.title ?? '');
  const page = matched.at(-1)?.components?.default;
  if (typeof page === 'function') void (page as () => Promise<unknown>)();
}

// Before anything else is fetched: a browser asks for six things at a time, and the rest waits for this one.
const restored = useSession(pinia)
  .restore()
  .catch(() => undefined);
if (mayHaveSession()) warmUp();
// While the answers are under way.
setTimeout(writeFirst);
// A server that is away must not leave a blank page: the sign-in page comes up and says so.
await Promise.all([setLocale(), restored]);
const app = createApp(App)
  .use(pinia)
  .use(PiniaColada, { queryOptions: { staleTime: 10_000, gcTime: 300_000 } });
if (useSession(pinia).can(opened.meta.permission)) await readAhead(pinia, opened);
app.use(i18n).use(router).provide(SUMMARY_ENTRIES, summaryEntries).mount('#app');

await router.isReady();
setTimeout(() => void needAllWords(), 2_000);
