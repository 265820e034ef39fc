import { refDebounced } from '@vueuse/core';
import { useQuery } from '@pinia/colada';
import { type Component, computed, ref } from 'vue';
import { useI18n } from 'vue-i18n';
import type { RouteLocationRaw } from 'vue-router';
import type { CommandEntry } from '../../shared/feature';
import { useSession } from '../../shared/session/session.store';
import { commandEntries, navEntries, recordRoutes } from '../features';
import { searchEverywhere } from './search.queries';

export interface PaletteItem {
  readonly id: string;
  readonly title: string;
  readonly subtitle?: string | null;
  readonly icon?: Component;
  readonly to: RouteLocationRaw;
}

const MIN_LENGTH = 2;

/** Pages and actions match as one types; records are asked from the server after a short pause. */
export function useCommandPalette() {
  const { t, te } = useI18n();
  const session = useSession();
  const query = ref('');
  const settled = refDebounced(
    computed(() => query.value.trim()),
    180,
  );
  const { data, asyncStatus } = useQuery({
    key: () => ['search', settled.value],
    query: ({ signal }) => searchEverywhere(settled.value, signal),
    enabled: () => settled.value.length >= MIN_LENGTH,
    placeholderData: (previous) => previous,
  });

  const matches = (title: string) =>
    title.toLocaleLowerCase().includes(query.value.trim().toLocaleLowerCase());

  function local(entries: readonly CommandEntry[]): PaletteItem[] {
    return entries
      .filter((entry) => session.can(entry.permission) && matches(t(entry.title)))
      .map(({ title, icon, to }) => ({ id: title, title: t(title), icon, to }));
  }

  const groups = computed(() => {
    const pages = local(
      navEntries.map(({ title, icon, permission, to }) => ({ title, icon, permission, to: { name: to } })),
    );
    const found: { name: string; items: PaletteItem[] }[] = [
      { name: t('app.search.pages'), items: pages },
      { name: t('app.search.actions'), items: local(commandEntries) },
    ];
    if (settled.value.length >= MIN_LENGTH) {
      for (const group of data.value?.groups ?? []) {
        const route = recordRoutes[group.resource];
        if (!route) continue;
        const key = `app.search.resources.${group.resource}`;
        found.push({
          name: te(key) ? t(key) : group.resource,
          items: group.items.map(({ id, title, subtitle }) => ({ id, title, subtitle, to: route(id) })),
        });
      }
    }
    return found.filter((group) => group.items.length > 0);
  });

  const items = computed(() => groups.value.flatMap((group) => group.items));
  const isLooking = computed(() => asyncStatus.value === 'loading' || settled.value !== query.value.trim());
  return { query, groups, items, isLooking };
}
