import { useSessionStorage } from '@vueuse/core';
import { computed, ref, watch } from 'vue';
import { assign, mappedColumns, release } from './column-mapping';
import { useChangeImport } from './import.queries';
import type { Import, MappingEntry } from './import-types';

/**
 * The mapping as it is edited: shown at once, saved behind it, one save at a time and always the newest. A save that is
 * refused brings back what the server has.
 */
export function useColumnMapping(record: () => Import) {
  const { mutateAsync: save } = useChangeImport(() => record().id);
  const mapping = ref<MappingEntry[]>(record().mapping);
  const problem = ref<unknown>(null);
  const isSaving = ref(false);
  let isStale = false;
  /** Fields that a person chose in this session; the others are the server's guess. */
  const chosen = useSessionStorage<string[]>(`juke.import.chosen.${record().id}`, []);

  watch(
    () => record().mapping,
    (stored) => {
      if (!isSaving.value) mapping.value = stored;
    },
  );

  async function saveNewest(): Promise<void> {
    isStale = true;
    if (isSaving.value) return;
    isSaving.value = true;
    problem.value = null;
    try {
      while (isStale) {
        isStale = false;
        await save({ mapping: mapping.value });
      }
    } catch (failure) {
      problem.value = failure;
      mapping.value = record().mapping;
    } finally {
      isSaving.value = false;
    }
  }

  function change(next: MappingEntry[], field?: string): void {
    mapping.value = next;
    if (field && !chosen.value.includes(field)) chosen.value = [...chosen.value, field];
    void saveNewest();
  }

  return {
    mapping,
    columns: computed(() => mappedColumns(record().source.headers, record().source.sample, mapping.value)),
    isGuess: (field: string) => !chosen.value.includes(field),
    put: (entry: MappingEntry, instead?: string) =>
      change(assign(mapping.value, entry, instead), entry.field),
    drop: (field: string) => change(release(mapping.value, field)),
    isSaving,
    problem,
  };
}
