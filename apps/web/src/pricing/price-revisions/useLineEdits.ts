import { computed, ref, shallowRef } from 'vue';
import type { CellChange } from '../../shared/grid/grid-declaration';
import type { NewLine, RevisionLine } from './price-revision.queries';

type Values = Pick<RevisionLine, 'price' | 'floorPrice' | 'note'>;

/**
 * What is typed into the lines of a draft goes to the server as it is typed, one call after the other; until it is read again
 * the cell shows what was typed. A refused value goes back to what it was.
 */
export function useLineEdits(save: (lines: NewLine[]) => Promise<void>, refuse: (failure: unknown) => void) {
  const typed = shallowRef<ReadonlyMap<string, Values>>(new Map());
  const waiting = ref(0);
  let turn: Promise<void> = Promise.resolve();

  const valuesOf = (line: RevisionLine): Values => typed.value.get(line.id) ?? line;

  function change(changes: readonly CellChange<RevisionLine>[]): void {
    const touched = new Map<string, RevisionLine>();
    const next = new Map(typed.value);
    for (const { row, column, value } of changes) {
      const { price, floorPrice, note } = next.get(row.id) ?? row;
      next.set(row.id, { price, floorPrice, note, [column]: value });
      touched.set(row.id, row);
    }
    typed.value = next;
    const lines = [...touched.values()].map((row): NewLine => {
      const { price, floorPrice, note } = valuesOf(row);
      const { tableId, productId, unit, minQuantity } = row;
      return {
        tableId,
        productId,
        unit: unit || undefined,
        minQuantity,
        price,
        floorPrice: price === null ? null : floorPrice,
        note,
      };
    });
    waiting.value += 1;
    turn = turn
      .then(() => save(lines))
      .catch(refuse)
      .finally(() => {
        waiting.value -= 1;
        if (waiting.value === 0) typed.value = new Map();
      });
  }

  return {
    change,
    valueOf: (line: RevisionLine, field: keyof Values) => valuesOf(line)[field],
    isSaving: computed(() => waiting.value > 0),
  };
}
