import type { Unit } from '../database/unit-of-work.js';
import type { ImportResource } from './import-resource.js';

export interface UndoCounts {
  readonly resource: string;
  readonly removed: number;
  readonly restored: number;
  /** Left as they are, because they were changed or used since. */
  readonly kept: number;
}

/** The import that is taken back, and the job that does it (whose own changes do not count as somebody's). */
export interface UndoJobs {
  readonly done: string;
  readonly undoing: string;
}

/** Records of one resource that the import made or changed, by what the audit log says; the last entry is the import's own. */
const TOUCHED = [
  `drop table if exists pg_temp.import_undo`,
  `create temp table import_undo (id uuid primary key, last_entry bigint not null, is_made boolean not null, is_changed boolean not null)
     on commit drop`,
];
const FILL = `insert into import_undo
  select record_id, max(id), bool_or(operation = 'insert'), bool_or(operation = 'update')
    from audit_entries where job_id = $1 and resource = $2 and record_id is not null group by record_id
  having bool_or(operation <> 'delete')`;
const CHANGED_SINCE = `delete from import_undo u using audit_entries x
  where x.resource = $2 and x.record_id = u.id and x.id > u.last_entry
    and x.job_id is distinct from $1 and x.job_id is distinct from $3`;

/**
 * Fills `import_undo` with what may be taken back: all that the import touched and nobody changed since. A table of its own
 * with statistics, because the log may have grown by this very import since anybody counted it.
 * @returns how many records the import touched
 */
async function collect(unit: Unit, { done, undoing }: UndoJobs, auditWord: string): Promise<number> {
  for (const statement of TOUCHED) await unit.query(statement);
  await unit.query(FILL, [done, auditWord]);
  await unit.query('analyze import_undo');
  const [touched] = await unit.query<{ count: number }>(`select count(*)::int as count from import_undo`);
  await unit.query(CHANGED_SINCE, [done, auditWord, undoing]);
  return touched!.count;
}

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
  { resource, table, audited }: ImportResource,
  restored: number,
): Promise<UndoCounts> {
  const touched = await collect(unit, jobs, audited);
  const references = await unit.query<{ table: string; column: string }>(REFERENCES, [table]);
  const free = references.map(
    (from) => `and not exists (select 1 from ${from.table} x where x.${from.column} = t.id)`,
  );
  free.push('and not exists (select 1 from attachments x where x.resource = $1 and x.record_id = t.id)');
  let removed = 0;
  // Records of one table may hang on each other (a category below a category): each round frees the ones above.
  for (let round = 1; round > 0; removed += round) {
    const [made] = await unit.query<{ count: number }>(
      `with made as (
         delete from ${table} t using import_undo u where t.id = u.id and u.is_made ${free.join(' ')} returning 1)
       select count(*)::int as count from made`,
      [audited],
    );
    round = made!.count;
  }
  return { resource, removed, restored, kept: Math.max(touched - removed - restored, 0) };
}

/** Puts back the values that the import changed and nobody changed since; returns how many records that were there before. */
export async function restoreChanged(
  unit: Unit,
  jobs: UndoJobs,
  { table, audited }: ImportResource,
): Promise<number> {
  await collect(unit, jobs, audited);
  // A link between two records (user and role) is made or removed, never changed, and has no version to count up.
  const changed = await unit.query(`select 1 from import_undo where is_changed limit 1`);
  if (changed.length === 0) return 0;
  const columns = await unit.query<{ name: string }>(COLUMNS, [table]);
  const set = columns.map(({ name }) => `${name} = was.${name}`).join(', ');
  const [made] = await unit.query<{ count: number }>(
    `with e as (
       select distinct on (u.id) u.id, e.before from import_undo u
         join audit_entries e on e.record_id = u.id and e.job_id = $1 and e.resource = $2 and e.operation = 'update'
        where u.is_changed order by u.id, e.id
     ), made as (
       update ${table} t set ${set}, version = t.version + 1, updated_at = now()
         from (select (jsonb_populate_record(now, e.before)).* from e join ${table} now on now.id = e.id) as was
        where t.id = was.id returning t.id)
     select count(*)::int as count from made m join import_undo u on u.id = m.id where not u.is_made`,
    [jobs.done, audited],
  );
  return made!.count;
}
