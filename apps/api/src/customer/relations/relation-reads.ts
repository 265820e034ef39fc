import { may, type Actor } from '../../platform/auth/actor.js';
import { Parameters } from '../../platform/lists/list-sql.js';
import { isWithinScope, scopeCondition } from '../../platform/lists/scope.js';
import type { RelationDto } from './relation.dto.js';

export const MOST_LISTED = 500;

type Row = Omit<RelationDto, 'allowedActions'> & {
  readonly fromOwner: string | null;
  readonly fromDepartment: string | null;
  readonly toOwner: string | null;
  readonly toDepartment: string | null;
};

/** SQL that holds for customers (alias given) that are there and the caller's to see. */
export const visible = (alias: string, actor: Actor, parameters: Parameters): string => {
  const columns = { owner: `${alias}.owner_id`, department: `${alias}.department_id` };
  const scope = scopeCondition(columns, 'customer:read', actor, parameters);
  return `${alias}.deleted_at is null${scope ? ` and ${scope}` : ''}`;
};

/** Relations of which the caller may see both ends; an end that she may not see takes the relation with it. */
export function relationStatement(which: { id?: string; customerId?: string }, actor: Actor) {
  const parameters = new Parameters();
  const given = parameters.add(which.id ?? which.customerId);
  const found = which.id
    ? `r.id = ${given}::uuid`
    : `r.id in (select id from customer_relations where from_id = ${given}::uuid union all select id from customer_relations where to_id = ${given}::uuid)`;
  const text = `
    select r.id, r.kind, r.from_id as "fromId", f.name as "fromName", r.to_id as "toId", t.name as "toName", r.note, r.created_at as "createdAt", r.version,
           f.owner_id as "fromOwner", f.department_id as "fromDepartment", t.owner_id as "toOwner", t.department_id as "toDepartment"
      from customer_relations r join customers f on f.id = r.from_id join customers t on t.id = r.to_id
      join customer_relation_kinds k on k.code = r.kind
     where ${found} and ${visible('f', actor, parameters)} and ${visible('t', actor, parameters)}
     order by k.position, f.name collate "zh-x-icu", t.name collate "zh-x-icu", r.id limit ${MOST_LISTED + 1}`;
  return { text, values: parameters.values };
}

/** Whoever may change one of the ends may change what is between them. */
export function toRelationDto(row: Row, actor: Actor): RelationDto {
  const { fromOwner, fromDepartment, toOwner, toDepartment, ...relation } = row;
  const mayChange = [
    { ownerId: fromOwner, departmentId: fromDepartment },
    { ownerId: toOwner, departmentId: toDepartment },
  ].some((end) => isWithinScope(end, 'customer:change', actor));
  return { ...relation, allowedActions: mayChange ? ['change', 'delete'] : [] };
}

export type RelationRow = Row;

/** Profit and margin are for who may see cost. */
export function withoutCost<T extends { profit?: unknown; margin?: unknown }>(
  years: readonly T[],
  actor: Actor,
): Omit<T, 'profit' | 'margin'>[] {
  if (may(actor, 'cost:read')) return [...years];
  return years.map(({ profit: _profit, margin: _margin, ...open }) => open);
}
