import type { Unit } from '../database/unit-of-work.js';
import { Parameters } from '../lists/list-sql.js';
import { scopeCondition } from '../lists/scope.js';
import type { ImportedTable } from './import-tables.js';

export interface MatchCounts {
  readonly resource: string;
  /** Rows of the file that give such a record. */
  readonly rows: number;
  readonly created: number;
  readonly existing: number;
  /** Field → keys for which the file gives different values; the first row's value counts. */
  readonly conflicts: Record<string, number>;
}

/**
 * Finds out, without writing, what each row refers to: a record that is there, or one that will be made (its id is chosen
 * here, so that rows of other resources can refer to it). Works in temporary tables that go with the transaction.
 */
export async function matchAll(
  unit: Unit,
  importId: string,
  tables: readonly ImportedTable[],
  step: (resource: string) => Promise<void>,
): Promise<MatchCounts[]> {
  const counts: MatchCounts[] = [];
  for (const table of tables) {
    await step(table.resource.resource);
    await unit.query(stageSql(table, tables, importId));
    await unit.query(`analyze ${table.stage}`);
    await unit.query(firstSql(table));
    await unit.query(`analyze ${table.first}`);
    await unit.query(linkSql(table));
    await unit.query(`analyze ${table.link}`);
    counts.push(await count(unit, table));
  }
  return counts;
}

/** Marks rows that would change or add to a record beyond the importer's data scope; returns how many there are. */
export async function refuseBeyondScope(
  unit: Unit,
  importId: string,
  tables: readonly ImportedTable[],
): Promise<number> {
  let refused = 0;
  for (const { resource, link, first } of tables.filter((table) => table.resource.owned)) {
    const parameters = new Parameters();
    const id = parameters.add(importId);
    const scope = scopeCondition(
      { owner: 't.owner_id', department: 't.department_id' },
      resource.permission,
      unit.actor,
      parameters,
    );
    if (!scope) continue;
    const marked = await unit.query(
      `update import_rows r set problems = '[{"code": "import.not-yours", "params": {}}]'
         from ${link} k join ${first} f on f.id = k.id and not f.is_new join ${resource.table} t on t.id = f.id
        where r.import_id = ${id} and r.line = k.line and r.problems is null and not coalesce(${scope}, false) returning r.line`,
      parameters.values,
    );
    refused += marked.length;
  }
  return refused;
}

export async function dropWorkingTables(unit: Unit, tables: readonly ImportedTable[]): Promise<void> {
  const names = tables.flatMap(({ stage, first, link }) => [stage, first, link]);
  await unit.query(`drop table if exists ${names.map((name) => `pg_temp.${name}`).join(', ')}`);
}

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** CREATE TABLE AS takes no parameters; the id is one the database made. */
function stageSql(table: ImportedTable, tables: readonly ImportedTable[], importId: string): string {
  const joins = table.references.map(({ name, resource }) => {
    const target = tables.find((other) => other.resource.resource === resource)!;
    return {
      name,
      alias: `k_${target.link}`,
      sql: `left join ${target.link} k_${target.link} on k_${target.link}.line = r.line`,
    };
  });
  const { counted } = table.resource;
  const position = table.countedField
    ? [
        `row_number() over (partition by ${joins.find(({ name }) => name === counted!.within)!.alias}.id order by r.line)::int as "${counted!.field}"`,
      ]
    : [];
  const columns = [
    'r.line',
    ...table.stagedFields(),
    ...joins.map(({ name, alias }) => `${alias}.id as "${name}"`),
    ...position,
  ];
  const required = table.key.flatMap((part) => {
    const join = joins.find(({ name }) => name === part);
    if (join) return [`${join.alias}.id is not null`];
    return part === table.countedField?.name
      ? []
      : [`r.fields->>'${table.resource.resource}.${part}' is not null`];
  });
  return `create temp table ${table.stage} on commit drop as select ${columns.join(', ')} from import_rows r
    ${joins.map(({ sql }) => sql).join(' ')} where r.import_id = '${importId}' and r.problems is null and ${required.join(' and ')}`;
}

function firstSql(table: ImportedTable): string {
  const { resource } = table;
  const match = [
    ...table.key.map((part) => `t.${table.columnOf(part)} = s."${part}"`),
    ...table.fixed().map(([column, sql]) => `t.${column} is not distinct from ${sql}`),
    ...(resource.hasRecycleBin ? ['t.deleted_at is null'] : []),
  ];
  return `create temp table ${table.first} on commit drop as
    select distinct on (${table.key.map((part) => `s."${part}"`).join(', ')}) s.*, coalesce(t.id, uuidv7()) as id, t.id is null as is_new
      from ${table.stage} s left join ${resource.table} t on ${match.join(' and ')}
     order by ${table.key.map((part) => `s."${part}"`).join(', ')}, s.line`;
}

const linkSql = (table: ImportedTable): string =>
  `create temp table ${table.link} on commit drop as
    select s.line, f.id from ${table.stage} s join ${table.first} f using (${quoted(table.key)})`;

async function count(unit: Unit, table: ImportedTable): Promise<MatchCounts> {
  const [made] = await unit.query<{ rows: number; created: number; existing: number }>(
    `select (select count(*)::int from ${table.stage}) as rows, count(*) filter (where is_new)::int as created,
            count(*) filter (where not is_new)::int as existing from ${table.first}`,
  );
  return { resource: table.resource.resource, ...made!, conflicts: await conflictsOf(unit, table) };
}

async function conflictsOf(unit: Unit, table: ImportedTable): Promise<Record<string, number>> {
  const names = [...table.fields.map(({ name }) => name), ...table.references.map(({ name }) => name)].filter(
    (name) => !table.key.includes(name),
  );
  if (names.length === 0) return {};
  const distinct = names.map((name) => `count(distinct "${name}") as "${name}"`).join(', ');
  const several = names.map((name) => `count(*) filter (where "${name}" > 1)::int as "${name}"`).join(', ');
  const [row] = await unit.query<Record<string, number>>(
    `select ${several} from (select ${distinct} from ${table.stage} group by ${quoted(table.key)} having count(*) > 1) as keys`,
  );
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, keys]) => keys > 0));
}
