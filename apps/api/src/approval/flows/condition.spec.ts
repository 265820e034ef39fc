import type { FactValue } from '../documents/facts.js';
import { holds } from './condition.js';
import { departmentTree } from './department-tree.js';
import type { ConditionOperator } from './flow-definition.js';

const tree = departmentTree([
  { id: 'company', parentId: null },
  { id: 'sales', parentId: 'company' },
  { id: 'east', parentId: 'sales' },
]);
const one = (fact: FactValue, operator: ConditionOperator, ...values: string[]) =>
  holds(
    { match: 'all', groups: [{ match: 'all', rules: [{ fact: 'f', operator, values }] }] },
    { f: fact },
    tree,
  );

describe('A condition', () => {
  it.each<[FactValue, ConditionOperator, string[], boolean]>([
    ['50000.00', 'equals', ['50000'], true],
    ['50000.01', 'equals', ['50000'], false],
    ['9', 'above', ['10'], false],
    ['10', 'above', ['10'], false],
    ['10', 'at-least', ['10'], true],
    ['9999999999999999.99', 'below', ['10000000000000000.00'], true],
    ['-5', 'at-most', ['0'], true],
    ['A类', 'one-of', ['A类', 'B类'], true],
    ['C类', 'none-of', ['A类', 'B类'], true],
    [true, 'equals', ['true'], true],
    [false, 'equals', ['true'], false],
    ['east', 'within-department', ['sales'], true],
    ['east', 'within-department', ['east'], true],
    ['sales', 'within-department', ['east'], false],
    [null, 'is-empty', [], true],
    ['', 'is-set', [], false],
    [null, 'above', ['0'], false],
    [null, 'equals', ['0'], false],
    [null, 'differs', ['0'], true],
    [null, 'none-of', ['0'], true],
  ])('%p %s %p: %p', (fact, operator, values, expected) => {
    expect(one(fact, operator, ...values)).toBe(expected);
  });

  it('joins rules and groups with and/or', () => {
    const rule = (fact: string) => ({ fact, operator: 'equals' as const, values: ['true'] });
    const facts = { a: true, b: false, c: true };
    const check = (match: 'all' | 'any', inner: 'all' | 'any') =>
      holds(
        {
          match,
          groups: [
            { match: inner, rules: [rule('a'), rule('b')] },
            { match: inner, rules: [rule('c')] },
          ],
        },
        facts,
        tree,
      );
    expect([check('all', 'all'), check('all', 'any'), check('any', 'all')]).toEqual([false, true, true]);
  });
});
