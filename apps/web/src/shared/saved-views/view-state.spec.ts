import { describe, expect, it } from 'vitest';
import type { FilterDeclaration } from '../list/list-declaration';
import { addressOf, isBare, isSameState, stateOfView, viewOfState } from './view-state';

const filters: FilterDeclaration[] = [
  { kind: 'options', param: 'stage', title: 't', options: [] },
  { kind: 'days', param: 'createdAt', title: 't' },
];
const read = (query: Record<string, unknown>, sort: string | null = null) =>
  stateOfView({ query: query as never, sort }, filters, '-createdAt');

describe('A saved view', () => {
  it('is the list it was saved from', () => {
    const state = read({ q: '食品', stage: ['formal', 'potential'], createdAtFrom: '2026-01-01' }, 'name');
    expect(viewOfState(state, '-createdAt')).toEqual({
      query: { q: '食品', stage: ['formal', 'potential'], createdAtFrom: ['2026-01-01'] },
      sort: 'name',
    });
  });

  it('leaves out what this page cannot show, and the usual sort', () => {
    const state = read({ stage: 'formal', creditCode: 'x' });
    expect(state.filters).toEqual({ stage: ['formal'] });
    expect(viewOfState(state, '-createdAt').sort).toBeNull();
  });

  it('is the same in whatever order its filters were chosen, and on whatever page', () => {
    const one = read({ stage: ['a', 'b'], createdAtFrom: 'x' });
    const other = read({ createdAtFrom: 'x', stage: ['b', 'a'] });
    expect(isSameState(one, { ...other, cursor: 'next', open: 'c1' })).toBe(true);
    expect(isSameState(one, { ...other, q: 'a' })).toBe(false);
    expect(isSameState(one, { ...other, sort: 'name' })).toBe(false);
  });

  it('has an address that says all of it, and keeps what belongs to others', () => {
    expect(
      addressOf('v1', read({ stage: 'formal' }), filters, '-createdAt', { create: '1', q: 'x' }),
    ).toEqual({
      create: '1',
      stage: 'formal',
      view: 'v1',
    });
  });

  it('opens by default only where the address says nothing', () => {
    expect(isBare({ create: '1', view: 'v1' }, filters)).toBe(true);
    expect(isBare({ createdAtTo: 'x' }, filters)).toBe(false);
    expect(isBare({ sort: 'name' }, filters)).toBe(false);
  });
});
