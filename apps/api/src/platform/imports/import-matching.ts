import type { Unit } from '../database/unit-of-work.js';
import { isWithinAll, scopeOfActor, scopesOfReferences } from './import-scope.js';
import type { ImportedTable } from './import-tables.js';
import { findDuplicates, type FoundDuplicate } from './import-duplicates.js';
import { findConflicts } from './import-findings.js';

export interface MatchCounts {
  readonly resource: string;
  /** False when the file only refers to such records. */
  readonly creates: boolean;
  /** Rows of the file that give such a record. */
  readonly rows: number;
  readonly created: number;
  readonly existing: number;
  /** Field → keys for which the file gives different values; the first row's value counts. */
  readonly conflicts: Record<string, number>;
  /** New records called nearly like another; a person decides. Looked for by the check only. */
  readonly duplicates: FoundDuplicate[];
}

/** After this many rounds nothing new can be refused: each round only leaves out more rows. */
const MOST_ROUNDS = 4;

/**
 * Finds out, without writing, what each row refers to: a record that is there, or one that will be made (its id is chosen
 * here, so that rows of other resources can refer to it). Rows that cannot be taken are marked and left out of everything:
 * then all is matched again, so that no record is made for such a row's sake. Works in temporary tables that go with the
 * transaction.
 */
export async function matchAll(
  unit: Unit,
  importId: string,
  tables: readonly ImportedTable[],
  step: (resource: string) => Promise<void>,
  isCheck: boolean,
): Promise<{ counts: MatchCounts[]; refused: number }> {
  let refused = 0;
  for (let round = 1; ; round += 1) {
    let refusedNow = 0;
    for (const table of tables) {
      await step(table.resource.resource);
      await buildTables(unit, table, tables, importId);
      refusedNow += await markRefused(unit, importId, table, tables);
    }
    refused += refusedNow;
    if (refusedNow === 0 || round === MOST_ROUNDS) break;
    await dropWorkingTables(unit, tables);
  }
  const counts: MatchCounts[] = [];
  for (const table of tables) counts.push(await count(unit, table, isCheck));
  return { counts, refused };
}

async function buildTables(
  unit: Unit,
  table: ImportedTable,
  tables: readonly ImportedTable[],
  importId: string,
): Promise<void> {
  await unit.query(stageSql(table, tables, importId));
  await unit.query(`analyze ${table.stage}`);
  await unit.query(firstSql(table, earlierOfRow(table, tables)));
  await unit.query(`analyze ${table.first}`);
  await unit.query(linkSql(table));
  await unit.query(`analyze ${table.link}`);
}

async function dropWorkingTables(unit: Unit, tables: readonly ImportedTable[]): Promise<void> {
  const names = tables.flatMap(({ stage, first, link }) => [stage, first, link]);
  await unit.query(`drop table if exists ${names.map((name) => `pg_temp.${name}`).join(', ')}`);
}

const quoted = (names: readonly string[], alias = ''): string =>
  names.map((name) => `${alias}"${name}"`).join(', ');

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
  const within = joins.find(({ name }) => name === counted?.within);
  const position =
    table.countedField && within
      ? [`row_number() over (partition by ${within.alias}.id order by r.line)::int as "${counted!.field}"`]
      : [];
  const columns = [
    'r.line',
    ...table.stagedFields((name) => `${joins.find((join) => join.name === name)!.alias}.id`),
    ...joins.map(({ name, alias }) => `${alias}.id as "${name}"`),
    ...position,
  ];
  const given = table.key.flatMap((part) => {
    const join = joins.find(({ name }) => name === part);
    if (join) return [`${join.alias}.id is not null`];
    const field = table.fields.find(({ name }) => name === part);
    return part === table.countedField?.name || field?.emptyStandsFor
      ? []
      : [`r.fields->>'${table.resource.resource}.${part}' is not null`];
  });
  // What is known by its customer alone (bank account, tax number) is given by a row that says anything of it.
  if (table.key.every((part) => joins.some(({ name }) => name === part)) && table.fields.length > 0)
    given.push(
      `(${table.fields.map(({ name }) => `r.fields->>'${table.resource.resource}.${name}' is not null`).join(' or ')})`,
    );
  return `create temp table ${table.stage} on commit drop as select ${columns.join(', ')} from import_rows r
    ${joins.map(({ sql }) => sql).join(' ')} where r.import_id = '${importId}' and r.problems is null and ${given.join(' and ')}`;
}

/** Tables of the same records that other columns of the row give (联系人1, 联系人2): the same one is made only once. */
const earlierOfRow = (table: ImportedTable, tables: readonly ImportedTable[]): ImportedTable[] =>
  tables
    .slice(0, tables.indexOf(table))
    .filter(
      ({ resource, key }) =>
        (resource.repeats ?? resource.resource) === table.resource.repeats && `${key}` === `${table.key}`,
    );

function firstSql(table: ImportedTable, earlier: readonly ImportedTable[]): string {
  const { resource, key } = table;
  const match = [
    ...key.map((part) => `t.${table.columnOf(part)} = s."${part}"`),
    ...table.fixed().map(([column, sql]) => `t.${column} is not distinct from ${sql}`),
    ...(resource.hasRecycleBin ? ['t.deleted_at is null'] : []),
  ];
  const made = earlier.map(
    ({ first }) =>
      `left join ${first} ${first} on ${key.map((part) => `${first}."${part}" = s."${part}"`).join(' and ')}`,
  );
  const known = `coalesce(${['t', ...earlier.map(({ first }) => first)].map((alias) => `${alias}.id`).join(', ')})`;
  return `create temp table ${table.first} on commit drop as
    select distinct on (${quoted(key, 's.')}) s.*, coalesce(${known}, uuidv7()) as id, ${known} is null as is_new,
           count(t.id) over (partition by s.line) as matches
      from ${table.stage} s left join ${resource.table} t on ${match.join(' and ')} ${made.join(' ')} order by ${quoted(key, 's.')}, s.line`;
}

const linkSql = (table: ImportedTable): string =>
  `create temp table ${table.link} on commit drop as
    select s.line, f.id from ${table.stage} s join ${table.first} f using (${quoted(table.key)})`;

/** Marks the rows that this resource cannot take; returns how many. */
async function markRefused(
  unit: Unit,
  importId: string,
  table: ImportedTable,
  tables: readonly ImportedTable[],
): Promise<number> {
  const field = `${table.resource.resource}.${table.key.find((part) => table.fields.some(({ name }) => name === part)) ?? table.key[0]!}`;
  const shown = table.fields.find(({ name }) => field.endsWith(`.${name}`));
  const text = shown ? `s."${shown.name}"::text` : 'null';
  const ofKey = `from ${table.stage} s join ${table.first} f using (${quoted(table.key)})`;
  let refused = 0;
  const mark = async (code: string, lines: string, values: readonly unknown[] = []) => {
    const marked = await unit.query(
      `update import_rows r set problems = jsonb_build_array(jsonb_build_object('code', '${code}', 'field', '${field}', 'params', jsonb_build_object('text', bad.text)))
         from (${lines}) as bad where r.import_id = $1 and r.line = bad.line and r.problems is null returning r.line`,
      [importId, ...values],
    );
    refused += marked.length;
  };
  if (!table.creates)
    await mark('import.not-found', `select s.line, ${text} as text ${ofKey} where f.is_new`);
  if (table.mayBeAmbiguous)
    await mark('import.ambiguous', `select s.line, ${text} as text ${ofKey} where f.matches > 1`);
  for (const { name, resource } of table.requiredReferences()) {
    const target = tables.find((other) => other.resource.resource === resource)!;
    const own = table
      .ownKeyFields()
      .map((part) => `r.fields->>'${table.resource.resource}.${part}' is not null`);
    if (own.length === 0) continue;
    await mark(
      'import.missing-reference',
      `select r.line, '${name}' as text from import_rows r where r.import_id = $1 and r.problems is null and ${own.join(' and ')}
          and not exists (select 1 from ${target.link} k where k.line = r.line)`,
    );
  }
  const isGiven = (name: string) => table.fields.some((each) => each.name === name);
  for (const { code, sql, values, from = [] } of table.resource.refuses?.(unit.actor) ?? [])
    if (from.every(isGiven))
      await mark(code, `select s.line, ${text} as text ${ofKey} ${isWithinAll(table)} where ${sql}`, values);
  for (const { name, target, scope: reach } of scopesOfReferences(table, tables, unit.actor))
    await mark(
      'import.not-yours',
      `select s.line, ${text} as text from ${table.stage} s join ${target} x on x.id = s."${name}" where not coalesce(${reach.condition}, false)`,
      reach.values,
    );
  const scope = scopeOfActor(table, unit.actor);
  if (scope)
    await mark(
      'import.not-yours',
      `select s.line, ${text} as text ${ofKey} ${isWithinAll(table)} where ${scope.condition}`,
      scope.values,
    );
  return refused;
}

async function count(unit: Unit, table: ImportedTable, isCheck: boolean): Promise<MatchCounts> {
  const [made] = await unit.query<{ rows: number; created: number; existing: number }>(
    `select (select count(*)::int from ${table.stage}) as rows, count(*) filter (where is_new)::int as created,
            count(*) filter (where not is_new)::int as existing from ${table.first}`,
  );
  const { resource, creates } = table;
  return {
    resource: resource.resource,
    creates,
    ...made!,
    conflicts: await findConflicts(unit, table),
    duplicates: isCheck ? await findDuplicates(unit, table) : [],
  };
}
