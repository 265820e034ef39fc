import { describe, expect, it } from 'vitest';
import { assign, mappedColumns, release } from './column-mapping';
import type { MappingEntry } from './import-types';

const entry = (field: string, column: string, rule: MappingEntry['rule'] = 'as-is'): MappingEntry => ({
  field,
  column,
  rule,
});
const mapping = [
  entry('customer.name', 'Name'),
  entry('product.name', 'Product'),
  entry('brand.name', 'Product', 'first-word'),
];

describe('Column mapping', () => {
  it('shows each column with two different samples and every field it fills', () => {
    const headers = [
      { id: 'Name', label: 'Name', column: 0 },
      { id: 'Product', label: 'Product', column: 1 },
      { id: 'Note', label: 'Note', column: 2 },
    ];
    const sample = [
      { cells: ['A', 'X one', ''] },
      { cells: ['A', 'Y two', ' '] },
      { cells: ['B', 'Z three', ''] },
    ];
    const columns = mappedColumns(headers, sample, mapping);
    expect(columns.map(({ samples }) => samples)).toEqual([['A', 'B'], ['X one', 'Y two'], []]);
    expect(columns[1]?.entries.map(({ field }) => field)).toEqual(['product.name', 'brand.name']);
    expect(columns[2]?.entries).toEqual([]);
  });

  it('takes a field from the column that had it', () => {
    expect(
      assign(mapping, entry('customer.name', 'Note')).filter(({ field }) => field === 'customer.name'),
    ).toEqual([entry('customer.name', 'Note')]);
  });

  it('changes what a column fills, and keeps the order', () => {
    expect(
      assign(mapping, entry('product.code', 'Product'), 'product.name').map(({ field }) => field),
    ).toEqual(['customer.name', 'product.code', 'brand.name']);
  });

  it('lets one column fill several fields and releases one of them', () => {
    expect(assign(mapping, entry('customer.note', 'Name'))).toHaveLength(4);
    expect(release(mapping, 'brand.name')).toEqual(mapping.slice(0, 2));
  });
});
