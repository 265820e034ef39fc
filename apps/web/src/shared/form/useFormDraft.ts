import { tryOnScopeDispose, useDebounceFn } from '@vueuse/core';
import { ref, watch } from 'vue';
import { useSession } from '../session/session.store';
import type { FormValues } from './field-declaration';

interface Draft {
  readonly values: FormValues;
  /** Version of the record the draft was begun on. */
  readonly version?: number;
}

const ALL = 'juke.draft.';
const draftKeys = (userId: string): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(`${ALL}${userId}.`));

/** Unsaved forms of this user in this browser. */
export const countDrafts = (userId: string): number => draftKeys(userId).length;

/** At signing out: a shared machine keeps nothing of what was typed. */
export const dropDrafts = (userId: string): void =>
  draftKeys(userId).forEach((key) => localStorage.removeItem(key));

/**
 * Keeps what is typed in this browser until it is saved or thrown away: a closed tab, a crash or a failed save loses
 * nothing. Drafts belong to a user and a record (`customer.new`, `customer.<id>`).
 */
export function useFormDraft(name: string, values: FormValues, isDirty: () => boolean, version?: number) {
  const key = `${ALL}${useSession().user?.id ?? ''}.${name}`;
  const isRestored = ref(false);

  function restore(): void {
    const kept = localStorage.getItem(key);
    if (!kept) return;
    try {
      const draft = JSON.parse(kept) as Draft;
      // A draft of an older version would silently undo what others changed since.
      if (draft.version !== version) return drop();
      Object.assign(values, draft.values);
      isRestored.value = true;
    } catch {
      drop();
    }
  }

  function keep(): void {
    if (isDirty()) localStorage.setItem(key, JSON.stringify({ values, version } satisfies Draft));
    else localStorage.removeItem(key);
  }

  let isDropped = false;
  function drop(): void {
    isDropped = true;
    isRestored.value = false;
    localStorage.removeItem(key);
  }

  const keepSoon = useDebounceFn(() => {
    if (!isDropped) keep();
  }, 250);
  // A form closed before the pause is over keeps its last word too.
  tryOnScopeDispose(() => {
    if (!isDropped) keep();
  });
  watch(
    values,
    () => {
      isDropped = false;
      void keepSoon();
    },
    { deep: true },
  );
  return { isRestored, restore, keep, drop };
}
