import { describe, expect, it } from 'vitest';
import { totalsOf, transfersOf } from './hand-over-plan';
import type { Holding } from './hand-over.queries';

const holdings = [
  {
    resource: 'customer',
    count: 5,
    groups: [
      { key: 'south', name: '苏南', count: 3 },
      { key: 'none', name: null, count: 2 },
    ],
  },
  { resource: 'order', count: 4, groups: [{ key: 'none', name: null, count: 4 }] },
] as unknown as Holding[];

describe('The plan of a hand-over', () => {
  it('gives each group to its own successor, else to the one of the resource', () => {
    const plan = { byResource: { customer: 'li' }, byGroup: { 'customer/south': 'zhao' } };
    expect(transfersOf(holdings, plan)).toEqual([
      { resource: 'customer', group: 'south', count: 3, successorId: 'zhao' },
      { resource: 'customer', group: 'none', count: 2, successorId: 'li' },
    ]);
    expect(totalsOf(holdings, plan)).toEqual({ moved: 5, left: 4 });
  });

  it('moves nothing that names nobody', () => {
    const plan = { byResource: { customer: null }, byGroup: { 'customer/south': null } };
    expect(transfersOf(holdings, plan)).toEqual([]);
    expect(totalsOf(holdings, plan)).toEqual({ moved: 0, left: 9 });
  });
});
