import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useSession } from '../shared/session/session.store';

/**
 * The form for a new record on its list: in the URL, so that the command palette and other pages can start it. What was
 * saved opens its own page once the form has closed.
 */
export function useCreating(permission: string, page: string) {
  const route = useRoute();
  const router = useRouter();
  const session = useSession();
  let savedId = '';
  const isCreating = computed(() => route.query.create === '1' && session.can(permission));
  const change = (create: string | undefined) => void router.replace({ query: { ...route.query, create } });
  return {
    isCreating,
    begin: () => change('1'),
    saved: (id: string) => (savedId = id),
    close: () => (savedId ? void router.push({ name: page, params: { id: savedId } }) : change(undefined)),
  };
}
