import { computed, shallowRef } from 'vue';
import type { CellChange } from './grid-declaration';

interface Step<Row> {
  readonly forth: readonly CellChange<Row>[];
  readonly back: readonly CellChange<Row>[];
}

/** What was done in a grid and can be undone; a paste is one step. */
export function useGridHistory<Row>(emit: (changes: readonly CellChange<Row>[]) => void) {
  const done = shallowRef<readonly Step<Row>[]>([]);
  const undone = shallowRef<readonly Step<Row>[]>([]);

  function apply(forth: readonly CellChange<Row>[], back: readonly CellChange<Row>[]): void {
    if (forth.length === 0) return;
    done.value = [...done.value, { forth, back }].slice(-100);
    undone.value = [];
    emit(forth);
  }

  function undo(): void {
    const step = done.value.at(-1);
    if (!step) return;
    done.value = done.value.slice(0, -1);
    undone.value = [...undone.value, step];
    emit(step.back);
  }

  function redo(): void {
    const step = undone.value.at(-1);
    if (!step) return;
    undone.value = undone.value.slice(0, -1);
    done.value = [...done.value, step];
    emit(step.forth);
  }

  function forget(): void {
    done.value = [];
    undone.value = [];
  }

  return { apply, undo, redo, forget, canUndo: computed(() => done.value.length > 0) };
}
