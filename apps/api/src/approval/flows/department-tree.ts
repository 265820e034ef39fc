import type { Unit } from '../../platform/database/unit-of-work.js';
import type { ConditionContext } from './condition.js';

interface Place {
  readonly id: string;
  readonly parentId: string | null;
}

/** The departments as conditions ask for them. */
export function departmentTree(places: readonly Place[]): ConditionContext {
  const parents = new Map(places.map(({ id, parentId }) => [id, parentId]));
  const above = (id: string | null): string[] => (id === null ? [] : [id, ...above(parents.get(id) ?? null)]);
  return { departmentsAbove: above };
}

export const readDepartmentTree = async (query: Unit['query']): Promise<ConditionContext> =>
  departmentTree(await query<Place>(`select id, parent_id as "parentId" from departments`));
