import { describe, expect, it } from 'vitest';
import { shallowRef } from 'vue';
import type { FieldDeclaration } from '../form/field-declaration';
import type { ColumnDeclaration } from './list-declaration';
import { useCellEditing } from './useCellEditing';

const fields: FieldDeclaration[] = [
  { key: 'name', title: 't', kind: 'text' },
  { key: 'phone', title: 't', kind: 'phone' },
  { key: 'taxNumber', title: 't', kind: 'text', isShown: ({ kind }) => kind === 'organisation' },
];
interface Row {
  id: string;
  kind: string;
  allowedActions: string[];
}
const columns: ColumnDeclaration<Row>[] = [
  { key: 'name', title: 't', edits: 'name' },
  { key: 'city', title: 't' },
  { key: 'phone', title: 't', edits: 'phone' },
  { key: 'tax', title: 't', edits: 'taxNumber' },
];
const [a, b, c]: Row[] = [
  { id: 'a', kind: 'organisation', allowedActions: ['change'] },
  { id: 'b', kind: 'organisation', allowedActions: [] },
  { id: 'c', kind: 'individual', allowedActions: ['change'] },
];
const begin = () =>
  useCellEditing(shallowRef([a!, b!, c!]), shallowRef(columns), () => ({
    fields,
    save: async () => undefined,
  }));

describe('Editing cells', () => {
  it('is for declared columns, rows that may be changed and fields that the row has', () => {
    const { editable } = begin();
    expect(columns.map((column) => Boolean(editable(a!, column)))).toEqual([true, false, true, true]);
    expect(columns.map((column) => Boolean(editable(b!, column)))).toEqual([false, false, false, false]);
    expect(columns.map((column) => Boolean(editable(c!, column)))).toEqual([true, false, true, false]);
  });

  it('goes on to the next cell and over the end of the row, past what may not be changed', () => {
    const { begin: start, move, isAt } = begin();
    start(a!, columns[3]);
    move(1);
    expect(isAt(c!, columns[0]!)).toBe(true);
    move(-1);
    expect(isAt(a!, columns[3]!)).toBe(true);
  });

  it('begins with the first cell of the row, and not where it may not', () => {
    const { begin: start, isAt } = begin();
    start(b!);
    expect(isAt(b!, columns[0]!)).toBe(false);
    start(a!);
    expect(isAt(a!, columns[0]!)).toBe(true);
  });
});
