import { reactive, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import { ApiProblem } from '../../shared/api/problem';
import { problemText } from '../../shared/i18n/problem-text';
import { useSession } from '../../shared/session/session.store';

/** The way in: name and password, then a code where one is asked for, or back from the identity provider. */
export function useSignIn() {
  const { t } = useI18n();
  const route = useRoute();
  const router = useRouter();
  const session = useSession();
  const entry = reactive({ username: String(route.query.username ?? ''), password: '', code: '' });
  const needsCode = ref(false);
  const isBusy = ref(false);
  const problem = ref(
    typeof route.query.problem === 'string' ? problemText(new ApiProblem(0, route.query.problem)) : '',
  );

  /** Only paths of this app: a link must not send a freshly signed-in user elsewhere. */
  function nextPath(): string {
    const { next } = route.query;
    return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : '/';
  }

  function refuse(failure: unknown): void {
    if (failure instanceof ApiProblem && failure.code === 'auth.second-factor-needed') {
      needsCode.value = true;
      return;
    }
    problem.value = problemText(failure);
    entry.code = '';
    if (!needsCode.value) entry.password = '';
  }

  async function submit(): Promise<void> {
    const { username, password, code } = entry;
    if (!username || !password || (needsCode.value && !code)) {
      problem.value = t(needsCode.value ? 'app.signIn.codeNeeded' : 'app.signIn.bothNeeded');
      return;
    }
    isBusy.value = true;
    problem.value = '';
    try {
      await session.signIn({ username: username.trim(), password, ...(code && { code: code.trim() }) });
      await router.replace(nextPath());
    } catch (failure) {
      refuse(failure);
    } finally {
      isBusy.value = false;
    }
  }

  /** Back from the identity provider: the cookie is there, the token still has to be fetched. */
  async function pickUp(): Promise<void> {
    if (route.query.sso !== 'done') return;
    await session.pickUp();
    if (session.isSignedIn) await router.replace(nextPath());
    else problem.value = problemText(new ApiProblem(0, 'auth.sso-failed'));
  }

  function startAgain(): void {
    Object.assign(entry, { password: '', code: '' });
    needsCode.value = false;
    problem.value = '';
  }
  const ssoStart = () => `/api/v1/auth/sso/start?next=${encodeURIComponent(nextPath())}`;

  return { entry, needsCode, isBusy, problem, submit, pickUp, startAgain, ssoStart };
}
