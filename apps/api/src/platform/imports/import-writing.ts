import type { Unit } from '../database/unit-of-work.js';
import type { ImportedTable } from './import-tables.js';

export const IMPORT_MODES = ['create', 'update', 'create-and-update'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

export interface WriteCounts {
  readonly resource: string;
  readonly created: number;
  readonly updated: number;
}

/** Writes one resource from its working table, new records first; everything is audited by the table's triggers. */
export async function writeTable(unit: Unit, table: ImportedTable, mode: ImportMode): Promise<WriteCounts> {
  const created = mode === 'update' ? 0 : await insertNew(unit, table);
  const updated = mode === 'create' ? 0 : await updateExisting(unit, table);
  return { resource: table.resource.resource, created, updated };
}

async function insertNew(unit: Unit, table: ImportedTable): Promise<number> {
  const { resource } = table;
  const owner: [string, string][] = resource.owned
    ? [
        ['owner_id', '$1::uuid'],
        ['department_id', '$2::uuid'],
      ]
    : [];
  const values: [string, string][] = [
    ...table.values(),
    ...table.fixed(),
    ...owner,
    ...Object.entries(resource.onCreate ?? {}),
  ];
  const columns = values.map(([column]) => column).join(', ');
  const selected = values.map(([, sql]) => sql).join(', ');
  const [made] = await unit.query<{ count: number }>(
    `with made as (
       insert into ${resource.table} (id, ${columns}) select f.id, ${selected} from ${table.first} f where f.is_new order by f.line returning 1)
     select count(*)::int as count from made`,
    resource.owned ? [unit.actor.id, unit.actor.departmentId] : [],
  );
  return made!.count;
}

/** An empty cell leaves what is there; a record whose values are all the same is not touched. */
async function updateExisting(unit: Unit, table: ImportedTable): Promise<number> {
  const keyColumns = new Set(table.key.map((part) => table.columnOf(part)));
  const values = table.values().filter(([column]) => !keyColumns.has(column));
  if (values.length === 0) return 0;
  const set = values.map(([column, sql]) => `${column} = coalesce(${sql}, t.${column})`).join(', ');
  const differs = values
    .map(([column, sql]) => `coalesce(${sql}, t.${column}) is distinct from t.${column}`)
    .join(' or ');
  const [made] = await unit.query<{ count: number }>(
    `with made as (
       update ${table.resource.table} t set ${set}, version = t.version + 1, updated_at = now()
         from ${table.first} f where f.id = t.id and not f.is_new and (${differs}) returning 1)
     select count(*)::int as count from made`,
  );
  return made!.count;
}
