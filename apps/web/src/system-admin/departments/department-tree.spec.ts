import { describe, expect, it } from 'vitest';
import type { Department } from './department.queries';
import { treeOf } from './department-tree';

const department = (id: string, parentId: string | null) => ({ id, parentId, name: id }) as Department;

describe('Department tree', () => {
  it('puts each department below its parent, whatever the order', () => {
    const [company, ...others] = treeOf([
      department('east', 'sales'),
      department('company', null),
      department('sales', 'company'),
    ]);
    expect(others).toEqual([]);
    expect(company?.children[0]?.children[0]?.id).toBe('east');
  });

  it('keeps a department whose parent is not listed', () => {
    expect(treeOf([department('lost', 'gone')]).map(({ id }) => id)).toEqual(['lost']);
  });
});
