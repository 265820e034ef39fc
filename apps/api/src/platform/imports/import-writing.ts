import type { Unit } from '../database/unit-of-work.js';
import type { ImportedTable } from './import-tables.js';

export interface WriteCounts {
  readonly resource: string;
  readonly created: number;
  readonly updated: number;
}

/** Writes one resource from its working table, new records first; everything is audited by the table's triggers. */
export async function writeTable(unit: Unit, table: ImportedTable): Promise<WriteCounts> {
  const created = table.creates ? await insertNew(unit, table) : 0;
  const updated = table.options.mode === 'create' ? 0 : await updateExisting(unit, table);
  return { resource: table.resource.resource, created, updated };
}

async function insertNew(unit: Unit, table: ImportedTable): Promise<number> {
  const { resource } = table;
  const owner: [string, string][] = resource.owned ? ownership(table) : [];
  const preset = new Map(Object.entries(resource.onCreate ?? {}));
  const given = table
    .values()
    .filter(([column]) => !owner.some(([taken]) => taken === column))
    .map(([column, sql]): [string, string] =>
      preset.has(column) ? [column, `coalesce(${sql}, ${preset.get(column)})`] : [column, sql],
    );
  const values: [string, string][] = [
    ...given,
    ...table.fixed(),
    ...owner,
    ...[...preset].filter(([column]) => !given.some(([taken]) => taken === column)),
    ...customOf(table, (sql) => sql),
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

/** The owner that the file names, else the importer; the department is the owner's. */
function ownership(table: ImportedTable): [string, string][] {
  if (!table.hasOwnerReference) {
    return [
      ['owner_id', '$1::uuid'],
      ['department_id', '$2::uuid'],
    ];
  }
  return [
    ['owner_id', 'coalesce(f."owner", $1::uuid)'],
    [
      'department_id',
      'case when f."owner" is null then $2::uuid else (select u.department_id from users u where u.id = f."owner") end',
    ],
  ];
}

/** An empty cell leaves (or, if so chosen, clears) what is there; a record whose values are all the same is not touched. */
async function updateExisting(unit: Unit, table: ImportedTable): Promise<number> {
  const keyColumns = new Set(table.key.map((part) => table.columnOf(part)));
  const values = table.values().filter(([column]) => !keyColumns.has(column) && !table.isOnlyForNew(column));
  const clears = table.options.empty === 'clear';
  const valueOf = ([column, sql]: [string, string]) =>
    clears && !table.isRequired(column) ? sql : `coalesce(${sql}, t.${column})`;
  const changes = [
    ...values.map((value): [string, string] => [value[0], valueOf(value)]),
    ...customOf(table, (sql, codes) =>
      clears
        ? `(t.custom - array[${codes.map((code) => `'${code}'`).join(', ')}]) || ${sql}`
        : `t.custom || ${sql}`,
    ),
  ];
  if (changes.length === 0 || table.resource.isLookUpOnly) return 0;
  const set = changes.map(([column, sql]) => `${column} = ${sql}`).join(', ');
  const differs = changes.map(([column, sql]) => `(${sql}) is distinct from t.${column}`).join(' or ');
  const [made] = await unit.query<{ count: number }>(
    `with made as (
       update ${table.resource.table} t set ${set}, version = t.version + 1, updated_at = now()
         from ${table.first} f where f.id = t.id and not f.is_new and (${differs}) returning 1)
     select count(*)::int as count from made`,
  );
  return made!.count;
}

/** The custom fields of a file as a change of the one column that holds them. */
function customOf(
  table: ImportedTable,
  combine: (sql: string, codes: readonly string[]) => string,
): [string, string][] {
  const values = table.customValues();
  return values ? [['custom', combine(values.sql, values.codes)]] : [];
}
