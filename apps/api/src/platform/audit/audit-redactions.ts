import type { Pool } from 'pg';

interface Redaction {
  entryId: string;
  was: string;
  became: string;
}

/**
 * Redactions of these entries that count: the log has an entry that says so, its sum is right, and what was to go is gone.
 */
const REDACTIONS = `
  with mine as (select * from audit_redactions where entry_id = any($1)),
  recorded as (
    select m.redaction_id from (select distinct redaction_id from mine) m
     where exists (select 1 from audit_entries a where a.resource = 'audit-redaction' and a.record_id = m.redaction_id
                      and a.operation = 'insert' and a.after->>'digest' = audit_redaction_sum(m.redaction_id)))
  select m.entry_id::text as "entryId", encode(m.was, 'hex') as was, encode(m.became, 'hex') as became
    from mine m join recorded using (redaction_id) join audit_entries e on e.id = m.entry_id
   where (e.actor_id = m.person_id or (e.resource = 'user' and e.record_id = m.person_id))
     and (e.actor_id <> m.person_id or e.actor_name = '')
     and (e.resource <> 'user' or e.record_id is distinct from m.person_id
          or not (coalesce(e.before, '{}') || coalesce(e.after, '{}')) ?| array['display_name', 'username', 'email', 'phone', 'sso_subject'])
   order by m.redaction_id`;

/** An entry whose content is not what was sealed. Digests are hex. */
export interface Changed {
  readonly id: string;
  readonly sealed: string;
  readonly found: string;
}

/** Those of them that recorded redactions do not lead from what was sealed to what is found. */
export async function unexplained(pool: Pool, changed: readonly Changed[]): Promise<Changed[]> {
  if (changed.length === 0) return [];
  const { rows } = await pool.query<Redaction>(REDACTIONS, [changed.map(({ id }) => id)]);
  const steps = new Map(rows.map(({ entryId, was, became }) => [`${entryId}:${was}`, became]));
  return changed.filter(({ id, sealed, found }) => {
    // An entry names two people at most: who did it and whom it is about.
    const once = steps.get(`${id}:${sealed}`);
    return once !== found && (once === undefined || steps.get(`${id}:${once}`) !== found);
  });
}
