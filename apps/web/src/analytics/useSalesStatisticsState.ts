import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { anglesBelow } from './angles';
import { narrowedTo, queryFromState, stateFromQuery, type StatisticsState } from './statistics-state';

/** The page's state in the URL; each step of drilling is one step back in the browser. */
export function useSalesStatisticsState() {
  const route = useRoute();
  const router = useRouter();
  const state = computed(() => stateFromQuery(route.query));

  const change = (part: Partial<StatisticsState>) =>
    void router.push({ query: queryFromState({ ...state.value, ...part }) });

  /** The lines behind a figure. */
  const linesOf = (keys: Readonly<Record<string, string | null>> = {}) => ({
    name: 'sales-lines',
    query: Object.fromEntries(
      Object.entries(narrowedTo(state.value.filters, keys)).map(([name, values]) => [name, [...values]]),
    ),
  });

  /** Narrows to one figure and looks at it from the next finer angles; at the finest, at its lines. */
  function drill(keys: Readonly<Record<string, string | null>>): void {
    const filters = narrowedTo(state.value.filters, keys);
    const by = anglesBelow(state.value.by, new Set(Object.keys(filters)));
    if (by.length > 0) change({ by, filters, shape: null });
    else void router.push(linesOf(keys));
  }

  function drop(name: string): void {
    const kept = Object.entries(state.value.filters).filter(([each]) => each !== name);
    change({ filters: Object.fromEntries(kept) });
  }

  return { state, change, drill, drop, linesOf, clear: () => change({ filters: {} }) };
}
