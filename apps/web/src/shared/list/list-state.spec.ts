import { describe, expect, it } from 'vitest';
import type { FilterDeclaration } from './list-declaration';
import { filterParams, nextSort, pageParams, queryFromState, stateFromQuery } from './list-state';

const filters: FilterDeclaration[] = [
  { kind: 'options', param: 'stage', title: 't', options: [] },
  { kind: 'days', param: 'createdAt', title: 't' },
];
const read = (query: Record<string, string | string[]>) => stateFromQuery(query, filters, '-createdAt');

describe('List state', () => {
  it('survives the way into the URL and back', () => {
    const query = {
      q: '融氏',
      stage: ['formal', 'potential'],
      createdAtFrom: '2026-01-01',
      sort: 'name',
      cursor: 'abc',
      open: 'c1',
    };
    expect(queryFromState(read(query), filters, '-createdAt', {})).toEqual(query);
  });

  it('leaves defaults out and keeps what belongs to others', () => {
    expect(queryFromState(read({}), filters, '-createdAt', { tab: 'orders', stage: 'formal' })).toEqual({
      tab: 'orders',
    });
  });

  it('ignores parameters that are not declared, which the API would refuse', () => {
    expect(filterParams(read({ stage: 'formal', password: 'x' }))).toEqual({ stage: ['formal'] });
  });

  it('asks for a page with filters, sort, size and cursor', () => {
    expect(pageParams(read({ q: 'a', cursor: 'x' }), 50)).toEqual({
      q: 'a',
      sort: '-createdAt',
      limit: 50,
      cursor: 'x',
    });
  });

  it.each([
    ['name', 'city', 'city'],
    ['city', 'city', '-city'],
    ['-city', 'city', 'city'],
  ])('sorted by %s, a click on %s sorts by %s', (current, key, next) => {
    expect(nextSort(current, key)).toBe(next);
  });
});
