import { describe, expect, it } from 'vitest';
import { blockOf, isInBlock, moved, tabbed } from './grid-moves';

const extent = { rows: 5, columns: 4 };

describe('Moving in a grid', () => {
  it.each([
    ['ArrowDown', false, { row: 2, column: 1 }],
    ['ArrowUp', true, { row: 0, column: 1 }],
    ['ArrowRight', true, { row: 1, column: 3 }],
    ['PageDown', false, { row: 4, column: 1 }],
    ['Home', false, { row: 1, column: 0 }],
    ['End', true, { row: 4, column: 3 }],
  ])('follows %s (far: %s)', (key, isFar, place) => {
    expect(moved({ row: 1, column: 1 }, key, isFar, extent)).toEqual(place);
  });

  it('stays where other keys are pressed', () => {
    expect(moved({ row: 1, column: 1 }, 'a', false, extent)).toBeUndefined();
  });

  it('tabs into the next row and leaves at the ends', () => {
    expect(tabbed({ row: 0, column: 3 }, false, extent)).toEqual({ row: 1, column: 0 });
    expect(tabbed({ row: 1, column: 0 }, true, extent)).toEqual({ row: 0, column: 3 });
    expect(tabbed({ row: 4, column: 3 }, false, extent)).toBeUndefined();
    expect(tabbed({ row: 0, column: 0 }, true, extent)).toBeUndefined();
  });

  it('spans a block whichever corner came first', () => {
    const block = blockOf({ row: 3, column: 0 }, { row: 1, column: 2 });
    expect(block).toEqual({ top: 1, bottom: 3, left: 0, right: 2 });
    expect([isInBlock(block, 2, 1), isInBlock(block, 0, 1), isInBlock(block, 2, 3)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
