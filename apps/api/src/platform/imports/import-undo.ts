import type { Unit } from '../database/unit-of-work.js';
import type { ImportResource } from './import-resource.js';

export interface UndoCounts {
  readonly resource: string;
  readonly removed: number;
  readonly restored: number;
  /** Left as they are, because they were changed or used since. */
  readonly kept: number;
}

/** What the audit log says this import did to the table, with what came after it left out. */
const entries = (operation: 'insert' | 'update', jobParameter: string, resourceParameter: string): string => `
  select e.record_id as id, e.before, e.after from audit_entries e
   where e.job_id = ${jobParameter} and e.resource = ${resourceParameter} and e.operation = '${operation}'`;

/** The import that is taken back, and the job that does it (whose own changes do not count as somebody's). */
export interface UndoJobs {
  readonly done: string;
  readonly undoing: string;
}

const CHANGED_SINCE = `exists (select 1 from audit_entries x where x.resource = $2 and x.record_id = e.id
  and x.job_id is distinct from $1 and x.job_id is distinct from $3
  and x.id > (select max(own.id) from audit_entries own where own.job_id = $1 and own.resource = $2 and own.record_id = e.id))`;

/**
 * Foreign keys that point at a table, from the catalogue: a new module's reference protects its record without being named
 * here. What goes with the record by itself (its own history) protects nothing.
 */
const REFERENCES = `select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f' and c.confdeltype <> 'c' and c.confrelid = $1::regclass`;

/** Column names that an import may have written. */
const COLUMNS = `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
  and attgenerated = '' and attname not in ('id', 'version', 'created_at', 'updated_at')`;

/** Removes what the import made of one resource and nobody touched or uses since; `restored` goes into the figures. */
export async function removeMade(
  unit: Unit,
  jobs: UndoJobs,
  { resource, table, audited: auditWord }: ImportResource,
  restored: number,
): Promise<UndoCounts> {
  let removed = 0;
  // Records of one table may hang on each other (a category below a category): each round frees the ones above.
  for (let round = 1; round > 0; removed += round) round = await removeInserted(unit, jobs, auditWord, table);
  const [total] = await unit.query<{ count: number }>(
    `select count(distinct record_id)::int as count from audit_entries where job_id = $1 and resource = $2 and operation <> 'delete'`,
    [jobs.done, auditWord],
  );
  return { resource, removed, restored, kept: Math.max(total!.count - removed - restored, 0) };
}

async function removeInserted(unit: Unit, jobs: UndoJobs, auditWord: string, table: string): Promise<number> {
  const references = await unit.query<{ table: string; column: string }>(REFERENCES, [table]);
  const free = references.map(
    (from) => `not exists (select 1 from ${from.table} x where x.${from.column} = t.id)`,
  );
  free.push('not exists (select 1 from attachments x where x.resource = $2 and x.record_id = t.id)');
  const [made] = await unit.query<{ count: number }>(
    `with e as (${entries('insert', '$1', '$2')}), made as (
       delete from ${table} t using e where t.id = e.id and not ${CHANGED_SINCE} ${free.map((condition) => `and ${condition}`).join(' ')} returning 1)
     select count(*)::int as count from made`,
    [jobs.done, auditWord, jobs.undoing],
  );
  return made!.count;
}

/** Puts back the values that the import changed and nobody changed since; returns how many records that were there before. */
export async function restoreChanged(
  unit: Unit,
  jobs: UndoJobs,
  { table, audited: auditWord }: ImportResource,
): Promise<number> {
  // A link between two records (user and role) is made or removed, never changed, and has no version to count up.
  const changed = await unit.query(`${entries('update', '$1', '$2')} limit 1`, [jobs.done, auditWord]);
  if (changed.length === 0) return 0;
  const columns = await unit.query<{ name: string }>(COLUMNS, [table]);
  const set = columns.map(({ name }) => `${name} = was.${name}`).join(', ');
  const [made] = await unit.query<{ count: number }>(
    `with e as (${entries('update', '$1', '$2')}), made as (
       update ${table} t set ${set}, version = t.version + 1, updated_at = now()
         from (select (jsonb_populate_record(now, e.before)).* from e join ${table} now on now.id = e.id where not ${CHANGED_SINCE}) as was
        where t.id = was.id returning t.id)
     select count(*)::int as count from made m where not exists (select 1 from audit_entries i
       where i.job_id = $1 and i.resource = $2 and i.operation = 'insert' and i.record_id = m.id)`,
    [jobs.done, auditWord, jobs.undoing],
  );
  return made!.count;
}
