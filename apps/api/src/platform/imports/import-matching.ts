import type { Unit } from '../database/unit-of-work.js';
import { isWithinAll, scopeOfActor, scopesOfReferences } from './import-scope.js';
import { earlierOfRow, firstSql, linkSql, quoted, stageSql } from './import-matching-sql.js';
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
      `update import_rows r set problems = jsonb_build_array(jsonb_strip_nulls(jsonb_build_object('code', '${code}', 'field', '${field}',
              'column', $${values.length + 2}::text)) || jsonb_build_object('params', jsonb_build_object('text', bad.text)))
         from (${lines}) as bad where r.import_id = $1 and r.line = bad.line and r.problems is null returning r.line`,
      [importId, ...values, table.headers.get(field) ?? null],
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
