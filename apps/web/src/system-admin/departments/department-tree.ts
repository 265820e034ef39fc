import type { Department } from './department.queries';

export interface DepartmentNode extends Department {
  readonly children: DepartmentNode[];
}

/** The flat list as a tree; a department whose parent is not listed stands at the top. */
export function treeOf(departments: readonly Department[]): DepartmentNode[] {
  const nodes = new Map(
    departments.map((each) => [each.id, Object.assign({ children: [] as DepartmentNode[] }, each)]),
  );
  const roots: DepartmentNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.parentId ? nodes.get(node.parentId) : undefined;
    (parent?.children ?? roots).push(node);
  }
  return roots;
}
