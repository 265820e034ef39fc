import type { Unit } from '../../platform/database/unit-of-work.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { RelationLoopError } from './relation.errors.js';

const CHAIN = `
  with recursive below as (
    select $3::uuid as id, array[$3::uuid] as path
    union all
    select r.to_id, b.path || r.to_id from below b join customer_relations r on r.from_id = b.id and r.kind = $1
     where b.id <> $2 and r.to_id <> all(b.path))
  select c.name, c.owner_id as "ownerId", c.department_id as "departmentId"
    from (select path from below where id = $2 limit 1) as found
    cross join unnest(found.path) with ordinality as step(id, place) join customers c on c.id = step.id order by step.place`;

interface Step {
  readonly name: string;
  readonly ownerId: string | null;
  readonly departmentId: string | null;
}

/**
 * Says by name how the one above would come to stand below. The database refuses a loop too; it holds the same lock, so that
 * nobody closes one between here and there.
 * @throws RelationLoopError
 */
export async function refuseLoop(unit: Unit, kind: string, fromId: string, toId: string): Promise<void> {
  await unit.query(`select pg_advisory_xact_lock(hashtext('customer-relation.' || $1))`, [kind]);
  const chain = await unit.query<Step>(CHAIN, [kind, fromId, toId]);
  if (chain.length === 0) return;
  const names = chain.map((step) => (isWithinScope(step, 'customer:read', unit.actor) ? step.name : null));
  throw new RelationLoopError([...names, names[0]!]);
}
