import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { NavEntry } from '../../shared/feature';
import { useSession } from '../../shared/session/session.store';
import { navEntries } from '../features';

const GROUPS = ['work', 'analysis', 'admin'] as const;

/** The navigation this user may see. */
export function useNavigation() {
  const session = useSession();
  const route = useRoute();
  const router = useRouter();

  const entries = computed(() => navEntries.filter((entry) => session.can(entry.permission)));
  const groups = computed(() =>
    GROUPS.map((name) => ({ name, entries: entries.value.filter((entry) => entry.group === name) })).filter(
      (group) => group.entries.length > 0,
    ),
  );
  const bottomEntries = computed(() => entries.value.filter((entry) => entry.onPhone).slice(0, 3));

  /** Also true below the entry, e.g. on a customer's page for the customer list. */
  function isCurrent(entry: NavEntry): boolean {
    const { path } = router.resolve({ name: entry.to });
    return path === '/' ? route.path === '/' : route.path === path || route.path.startsWith(`${path}/`);
  }

  return { entries, groups, bottomEntries, isCurrent };
}
