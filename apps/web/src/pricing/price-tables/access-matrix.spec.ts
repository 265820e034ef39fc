import { describe, expect, it } from 'vitest';
import { scopesOf, waysFor, withoutRules, withWay } from './access-matrix';
import type { AccessRule, PriceTable, PriceTableKind } from './price-table.queries';

const kinds = [
  { code: 'local', defaultWays: ['product', 'across'] },
  { code: 'internal', defaultWays: [] },
] as unknown as PriceTableKind[];
const sales = { key: 'r1', name: '销售', roleId: 'r1' };
const local = { key: 'local ', kind: 'local', tableId: null };
const internal = { key: 'internal ', kind: 'internal', tableId: null };

describe('Who may ask which prices', () => {
  it('is what the kind says, until a rule names the role; then all is written down', () => {
    expect(waysFor([], kinds, 'r1', local)).toEqual(['product', 'across']);
    const rules = withWay([], kinds, sales, internal, 'product', true);
    expect(waysFor(rules, kinds, 'r1', local)).toEqual(['product', 'across']);
    expect(waysFor(rules, kinds, 'r1', internal)).toEqual(['product']);
    expect(waysFor(withoutRules(rules, 'r1'), kinds, 'r1', internal)).toEqual([]);
  });

  it('leaves no rule without a way', () => {
    const rules = withWay([], kinds, sales, internal, 'product', true);
    const fewer = withWay(rules, kinds, sales, internal, 'product', false);
    expect(fewer.map(({ kind }) => kind)).toEqual(['local']);
  });

  it('lists single tables below their kind where they have rules', () => {
    const tables = [{ id: 't1', kind: 'local', name: '甲' }] as PriceTable[];
    const rules = [{ roleId: 'r1', kind: 'local', tableId: 't1', ways: ['product'] }] as AccessRule[];
    expect(scopesOf(kinds, tables, rules).map(({ tableId }) => tableId)).toEqual([null, 't1', null]);
    expect(scopesOf(kinds, tables, [])).toHaveLength(2);
  });
});
