import { describe, expect, it } from 'vitest';
import { nextTick, shallowRef } from 'vue';
import { useSelection } from './useSelection';

const page = (...ids: string[]) => ids.map((id) => ({ id }));
const begin = () => {
  const rows = shallowRef(page('a', 'b', 'c', 'd', 'e'));
  const selection = useSelection(rows);
  const at = (id: string, isRange = false) => selection.toggle({ id }, isRange);
  return { rows, selection, at, ids: () => selection.selected.value.map(({ id }) => id) };
};

describe('Selected rows', () => {
  it('are ticked one by one, and in a range either way', () => {
    const { at, ids } = begin();
    at('b');
    at('d', true);
    expect(ids()).toEqual(['b', 'c', 'd']);
    at('c');
    expect(ids()).toEqual(['b', 'd']);
    at('a', true);
    expect(ids()).toEqual(['a', 'b', 'c', 'd']);
    at('c');
    at('a', true);
    expect(ids()).toEqual(['d']);
  });

  it('are all of the page, or none', () => {
    const { selection, ids } = begin();
    selection.toggleAll();
    expect(ids()).toHaveLength(5);
    expect(selection.isAll.value).toBe(true);
    selection.toggleAll();
    expect(ids()).toEqual([]);
  });

  it('stay when the page is read again, and go with the rows that went', async () => {
    const { rows, at, ids, selection } = begin();
    at('a');
    at('b');
    rows.value = page('b', 'x');
    await nextTick();
    expect(ids()).toEqual(['b']);
    expect(selection.ids.value.size).toBe(1);
  });
});
