import { may, type Actor } from '../auth/actor.js';
import { sensitiveFields } from '../auth/sensitive-fields.js';
import type { Unit } from '../database/unit-of-work.js';
import type { ChangeMeanwhile } from '../errors/common.errors.js';

/** More tell nobody anything. */
const MOST = 50;
/** Columns that change with every write, or follow from another one. */
const TECHNICAL = /^(search|initials$|deleted_|updated_at$|version$)/;

const LATEST = `
  select actor_name as by, occurred_at as at, array(select jsonb_object_keys(after)) as columns from audit_entries
   where resource = $1 and record_id = $2 and operation = 'update' order by id desc limit $3`;

/** The last changes of a record, newest first: whom to ask, when a change comes on an older version. Names only, no values, and none the caller may not see. */
export async function latestChanges(
  unit: Unit,
  resource: string,
  recordId: string,
  count: number,
): Promise<ChangeMeanwhile[]> {
  if (count < 1) return [];
  const entries = await unit.query<{ by: string; at: Date; columns: string[] }>(LATEST, [
    resource,
    recordId,
    Math.min(count, MOST),
  ]);
  const hidden = hiddenColumns(resource, unit.actor);
  return entries
    .map(({ by, at, columns }) => ({
      by,
      at: at.toISOString(),
      fields: columns
        .filter((column) => !TECHNICAL.test(column) && !hidden.has(column))
        .map((column) => propertyOf(column, resource))
        .sort(),
    }))
    .filter(({ fields }) => fields.length > 0);
}

const hiddenColumns = (resource: string, actor: Actor): Set<string> =>
  new Set(
    sensitiveFields()
      .filter(
        ({ audited, permission, without }) =>
          audited === resource && without === 'hidden' && !may(actor, permission),
      )
      .map(({ column }) => column),
  );

/** A column named after its own table, as `customer_class` is, is called `class` outside. */
const propertyOf = (column: string, resource: string): string =>
  (column.startsWith(`${resource}_`) ? column.slice(resource.length + 1) : column).replace(
    /_([a-z])/g,
    (_, letter: string) => letter.toUpperCase(),
  );
