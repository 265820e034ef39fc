import { useLocalStorage } from '@vueuse/core';
import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { usePreferences } from '../../shared/preferences/preferences.store';
import { addDays, dayOf } from './company-clock';

export const VIEWS = ['timeGridDay', 'timeGridWeek', 'dayGridMonth', 'agenda'] as const;
export type View = (typeof VIEWS)[number];
export const ENTRY_KINDS = ['appointment', 'task', 'follow-up', 'closing', 'activity'] as const;

/** How far the agenda looks, and how far one step goes. */
export const AGENDA_DAYS = 14;
const DAYS = { timeGridDay: 1, timeGridWeek: 7, agenda: AGENDA_DAYS } as const;

interface Opened {
  readonly kind: string;
  readonly id: string;
}

/** Which days, whose, and what lies open: all of it in the address, so that it can be sent and gone back to. */
export function useCalendarState() {
  const route = useRoute();
  const router = useRouter();
  const preferences = usePreferences();
  const hidden = useLocalStorage<string[]>('juke.calendar-hidden', []);
  const put = (change: Record<string, string | string[] | undefined>) =>
    void router.replace({ query: { ...route.query, ...change } });

  const view = computed({
    get: (): View =>
      VIEWS.find((name) => name === route.query.view) ?? (preferences.isPhone ? 'agenda' : 'timeGridWeek'),
    set: (name) => put({ view: name }),
  });
  const day = computed({
    get: () =>
      /^\d{4}-\d\d-\d\d$/.test(String(route.query.day)) ? String(route.query.day) : dayOf(new Date()),
    set: (on) => put({ day: on }),
  });
  const ownerIds = computed<string[]>({
    get: () => [route.query.ownerId ?? []].flat().filter((id) => id !== null) as string[],
    set: (ids) => put({ ownerId: ids }),
  });
  const isCreating = computed({
    get: () => route.query.create === '1',
    set: (on) => put({ create: on ? '1' : undefined }),
  });
  const opened = computed<Opened | null>({
    get: () =>
      route.query.open
        ? { id: String(route.query.open), kind: String(route.query.kind ?? 'appointment') }
        : null,
    set: (entry) => put({ open: entry?.id, kind: entry?.kind }),
  });
  /** Kinds that are shown. */
  const kinds = computed({
    get: () => ENTRY_KINDS.filter((kind) => !hidden.value.includes(kind)) as string[],
    set: (shown) => (hidden.value = ENTRY_KINDS.filter((kind) => !shown.includes(kind))),
  });

  function step(by: 1 | -1): void {
    if (view.value !== 'dayGridMonth') {
      day.value = addDays(day.value, by * DAYS[view.value]);
      return;
    }
    const first = `${day.value.slice(0, 7)}-01`;
    day.value = by === 1 ? `${addDays(first, 31).slice(0, 7)}-01` : `${addDays(first, -1).slice(0, 7)}-01`;
  }
  const showDay = (on: string) => put({ day: on, view: 'timeGridDay' });
  const goToday = () => (day.value = dayOf(new Date()));

  return { view, day, ownerIds, kinds, opened, isCreating, step, goToday, showDay };
}
