import { describe, expect, it } from 'vitest';
import type { Price } from './price-table.queries';
import { usePriceEdits } from './usePriceEdits';

const row = {
  tableId: 't',
  productId: 'p',
  unit: '吨',
  minQuantity: '0.000',
  price: '700.00',
  floorPrice: '650.00',
} as Price;
const typed = (column: string, value: string | null) => [{ row, column, value }];

describe('Prices typed into a table', () => {
  it('are kept as lines of a revision, and gone when the old value is typed', () => {
    const edits = usePriceEdits();
    edits.change(typed('price', '721'));
    expect(edits.lines.value).toEqual([
      { tableId: 't', productId: 'p', unit: '吨', minQuantity: '0.000', price: '721', floorPrice: '650.00' },
    ]);
    expect([edits.isChanged(row, 'price'), edits.isChanged(row, 'floorPrice')]).toEqual([true, false]);
    edits.change(typed('price', '700'));
    expect(edits.count.value).toBe(0);
  });

  it('end with their floor', () => {
    const edits = usePriceEdits();
    edits.change(typed('price', null));
    expect(edits.lines.value[0]).toMatchObject({ price: null, floorPrice: null });
  });

  it('stand on what a draft already says', () => {
    const edits = usePriceEdits();
    edits.showDraft([{ ...row, price: '710.00' } as never]);
    expect([edits.valueOf(row, 'price'), edits.isChanged(row, 'price'), edits.count.value]).toEqual([
      '710.00',
      true,
      0,
    ]);
    edits.change(typed('price', '700'));
    expect(edits.lines.value[0]).toMatchObject({ price: '700' });
  });
});
