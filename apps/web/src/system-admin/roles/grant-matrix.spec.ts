import { describe, expect, it } from 'vitest';
import { differences, give, scopesWithin, take } from './grant-matrix';
import type { Permission } from './role.queries';

const permission = (code: string, scoped: boolean, ...needs: string[]): Permission => ({
  code,
  resource: code.split(':')[0]!,
  describe: code,
  scoped,
  needs,
  fields: null,
});
const ALL = [
  permission('customer:read', true),
  permission('customer:change', true, 'customer:read'),
  permission('order:import', true, 'order:read', 'import:run'),
  permission('order:read', true),
  permission('import:run', false),
];

describe('A role’s matrix', () => {
  it('gives with a permission what it needs, as far as it reaches', () => {
    expect(give({}, 'customer:change', 'department', ALL)).toEqual({
      'customer:change': 'department',
      'customer:read': 'department',
    });
    expect(give({ 'order:read': 'all' }, 'order:import', 'own', ALL)).toEqual({
      'order:import': 'own',
      'order:read': 'all',
      'import:run': 'all',
    });
  });

  it('takes with a permission what needs it', () => {
    const grants = { 'customer:read': 'all', 'customer:change': 'own', 'order:read': 'own' } as const;
    expect(take(grants, 'customer:read', ALL)).toEqual({ 'order:read': 'own' });
  });

  it('narrows with seeing also changing, and never widens it', () => {
    const grants = { 'customer:read': 'all', 'customer:change': 'all' } as const;
    expect(give(grants, 'customer:read', 'own', ALL)).toEqual({
      'customer:read': 'own',
      'customer:change': 'own',
    });
    expect(give({ 'customer:read': 'own', 'customer:change': 'own' }, 'customer:read', 'all', ALL)).toEqual({
      'customer:read': 'all',
      'customer:change': 'own',
    });
  });

  it('offers no reach that the editor lacks', () => {
    expect(scopesWithin({ 'customer:read': 'department' }, 'customer:read')).toEqual(['own', 'department']);
    expect(scopesWithin({}, 'customer:read')).toEqual([]);
  });

  it('says in what two roles differ', () => {
    expect(differences({ a: 'own', b: 'all' }, { b: 'all', c: 'own', a: 'all' })).toEqual([
      { code: 'a', a: 'own', b: 'all' },
      { code: 'c', a: undefined, b: 'own' },
    ]);
  });
});
