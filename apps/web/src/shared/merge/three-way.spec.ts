import { describe, expect, it } from 'vitest';
import type { FieldDeclaration } from '../form/field-declaration';
import { threeWay } from './three-way';

const fields: FieldDeclaration[] = ['name', 'phone', 'city', 'roles'].map((key) => ({
  key,
  title: key,
  kind: 'text',
}));
const before = { name: 'A', phone: '1', city: null, roles: ['x'] };
const merge = (mine: object, theirs: object) =>
  threeWay(fields, before, { ...before, ...mine }, { ...before, ...theirs });

describe('Two changes of one record', () => {
  it.each([
    ['nobody', {}, {}, {}, [], []],
    ['only I', { phone: '2' }, {}, { phone: '2' }, [], []],
    ['only the other', {}, { phone: '3' }, { phone: '3' }, ['phone'], []],
    ['both, different fields', { phone: '2' }, { city: 'W' }, { phone: '2', city: 'W' }, ['city'], []],
    ['both, to the same', { phone: '2' }, { phone: '2' }, { phone: '2' }, [], []],
    ['both, one field', { phone: '2', name: 'B' }, { phone: '3' }, { phone: '2', name: 'B' }, [], ['phone']],
    ['I emptied what the other changed', { phone: '' }, { phone: '3' }, { phone: '' }, [], ['phone']],
    ['empty in two ways', { city: '' }, { city: undefined }, { city: '' }, [], []],
    ['lists by their content', { roles: ['x'] }, { roles: ['x', 'y'] }, { roles: ['x', 'y'] }, ['roles'], []],
  ])('%s changed something', (_, mine, theirs, values, taken, clashes) => {
    const merged = merge(mine, theirs);
    expect(merged.values).toEqual({ ...before, ...values });
    expect(merged.taken.map(({ key }) => key)).toEqual(taken);
    expect(merged.clashes.map(({ field }) => field.key)).toEqual(clashes);
  });

  it('tells of a clash what was before, and what each made of it', () => {
    expect(merge({ phone: '2' }, { phone: '3' }).clashes).toMatchObject([
      { before: '1', mine: '2', theirs: '3' },
    ]);
  });

  it('leaves alone what is no field of the form', () => {
    expect(threeWay(fields, before, { ...before }, { ...before, version: 9 } as never).values).toEqual(
      before,
    );
  });
});
