import type { Actor } from '../auth/actor.js';
import { Parameters } from '../lists/list-sql.js';
import { scopeCondition } from '../lists/scope.js';
import type { ImportedTable } from './import-tables.js';

/** Joins by which `scopeOfActor`'s condition sees the record that is there and, where the file names one, the new owner. */
export const isWithinAll = (table: ImportedTable): string =>
  `left join ${table.resource.table} t on t.id = f.id and not f.is_new
   left join users o on o.id = ${table.hasOwnerReference ? 'f."owner"' : 'null'}`;

interface ReferenceScope {
  readonly name: string;
  readonly target: string;
  readonly scope: { readonly condition: string; readonly values: readonly unknown[] };
}

/** For references to owned records: who may bring in a deal may bring it in for customers she sees, and no others. */
export function scopesOfReferences(
  table: ImportedTable,
  tables: readonly ImportedTable[],
  actor: Actor,
): ReferenceScope[] {
  return table.references.flatMap(({ name, resource, within }) => {
    const target = tables.find((other) => other.resource.resource === resource)?.resource.table;
    if (!within || !target) return [];
    const parameters = new Parameters(['import']);
    const condition = scopeCondition(
      { owner: 'x.owner_id', department: 'x.department_id' },
      within,
      actor,
      parameters,
    );
    return condition ? [{ name, target, scope: { condition, values: parameters.values.slice(1) } }] : [];
  });
}

/**
 * True for rows beyond the importer's data scope: they change a record that is not hers, or give one to somebody she may
 * not give to. Undefined when she reaches everything.
 */
export function scopeOfActor(
  table: ImportedTable,
  actor: Actor,
): { condition: string; values: readonly unknown[] } | undefined {
  if (!table.resource.owned || !table.creates) return undefined;
  // $1 is the import in the statement this becomes a part of.
  const parameters = new Parameters(['import']);
  const ofRecord = scopeCondition(
    { owner: 't.owner_id', department: 't.department_id' },
    table.resource.permission,
    actor,
    parameters,
  );
  if (!ofRecord) return undefined;
  const ofOwner = scopeCondition(
    { owner: 'o.id', department: 'o.department_id' },
    table.resource.permission,
    actor,
    parameters,
  );
  const condition = `((t.id is not null and not coalesce(${ofRecord}, false)) or (o.id is not null and not coalesce(${ofOwner}, false)))`;
  return { condition, values: parameters.values.slice(1) };
}

/**
 * What of a resource's records `t` the importer may see, for what is offered or shown beside her own rows.
 * @param before how many placeholders the statement has before those of this condition
 */
export function scopeOfReader(
  { owned, permission, lookUpPermission }: ImportedTable['resource'],
  actor: Actor,
  before: number,
): { readonly condition: string; readonly values: readonly unknown[] } {
  const parameters = new Parameters(Array.from({ length: before }, () => null));
  const condition = owned
    ? scopeCondition(
        { owner: 't.owner_id', department: 't.department_id' },
        lookUpPermission ?? permission,
        actor,
        parameters,
      )
    : undefined;
  return { condition: condition ?? 'true', values: parameters.values.slice(before) };
}
