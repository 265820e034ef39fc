import { useDebounceFn, useLocalStorage } from '@vueuse/core';
import { computed, ref, shallowRef } from 'vue';
import { useSession } from '../session/session.store';
import type { SelectItem, SelectSource } from './select-source';

const PAUSE = 200;
const RECENT = 5;

/** Asks the server as one types; an answer that was overtaken by a newer question is dropped. */
export function useTypeAhead(source: () => SelectSource) {
  const session = useSession();
  const found = shallowRef<SelectItem[]>([]);
  const isLooking = ref(false);
  const isFailed = ref(false);
  const query = ref('');
  const recent = useLocalStorage<SelectItem[]>(`juke.recent.${session.user?.id ?? ''}.${source().key}`, []);
  let question: AbortController | undefined;

  async function ask(q: string): Promise<void> {
    question?.abort();
    const asked = (question = new AbortController());
    isLooking.value = true;
    isFailed.value = false;
    try {
      const items = await source().find(q, asked.signal);
      if (asked === question) found.value = items;
    } catch {
      if (asked === question) isFailed.value = true;
    } finally {
      if (asked === question) isLooking.value = false;
    }
  }
  const askSoon = useDebounceFn(ask, PAUSE);

  function look(q: string): void {
    query.value = q.trim();
    void askSoon(query.value);
  }

  function remember(item: SelectItem): void {
    if (source().isLimited) return;
    recent.value = [item, ...recent.value.filter((each) => each.id !== item.id)].slice(0, RECENT);
  }

  const recentItems = computed(() => (query.value ? [] : recent.value));
  const otherItems = computed(() => {
    const ids = new Set(recentItems.value.map((item) => item.id));
    return found.value.filter((item) => !ids.has(item.id));
  });
  return { recentItems, otherItems, isLooking, isFailed, look, remember };
}
