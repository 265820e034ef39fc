import type { Pool } from 'pg';
import { unexplained, type Changed } from './audit-redactions.js';

/** What is wrong, and where first. */
export interface AuditBreach {
  readonly what: 'entry-changed' | 'entry-missing' | 'entry-added' | 'seal-changed' | 'seal-missing';
  /** Seal in which it was found, counted from 1. */
  readonly position: number;
  /** The first entry at fault; null when it is the seal itself. */
  readonly entryId: string | null;
}

export interface AuditVerification {
  /** Entries whose seals hold. */
  readonly verified: number;
  /** Those of them from which a removed person's name went since; the log says when and by whom. */
  readonly redacted: number;
  /** Entries that went because they were older than the log is kept; the log says so. */
  readonly expired: number;
  readonly seals: number;
  /** Newest entries that no seal covers yet: a change of one of these would not be seen. */
  readonly unsealed: number;
  /** Hash of the last seal, hex; kept outside it proves that nobody made the whole chain anew. */
  readonly head: string | null;
  readonly breach: AuditBreach | null;
}

const BATCH = 20;

// The hash before is the stored one: a seal with a forged hash breaks at itself or at the seal after it.
const SEALS = `
  select s.position::int as position, s.last_id::text as "lastId", s.entry_ids::text[] as ids, encode(s.hash, 'hex') as hash,
         s.hash = audit_seal_hash(coalesce(b.hash, ''::bytea), s.position, s.entry_ids, s.digests) as holds,
         cardinality(s.entry_ids) as count,
         (select coalesce(array_agg(encode(substr(s.digests, 1 + 32 * (n - 1), 32), 'hex') order by n), '{}')
            from generate_series(1, cardinality(s.entry_ids)) as n) as digests,
         coalesce(b.last_id, 0)::text as after
    from audit_seals s left join audit_seals b on b.position = s.position - 1
   where s.position > $1 order by s.position limit ${BATCH}`;
const ENTRIES = `
  select e.id::text as id, encode(audit_digest(e), 'hex') as digest from audit_entries e where e.id > $1 and e.id <= $2 order by e.id`;

/** The newest word about entries that went, if the seal it names is still what it was. */
const EXPIRED = `
  select (a.after->>'through_seal')::int as through, (a.after->>'entries')::int as entries
    from audit_entries a join audit_seals s on s.position = (a.after->>'through_seal')::bigint
     and encode(s.hash, 'hex') = a.after->>'digest' and s.last_id::text = a.after->>'through_entry'
   where a.resource = 'audit-retention' and a.operation = 'insert' order by a.id desc limit 1`;

interface Seal {
  position: number;
  lastId: string;
  ids: string[];
  hash: string;
  holds: boolean;
  count: number;
  digests: string[];
  after: string;
}
interface Entry {
  id: string;
  digest: string;
}

/** Reads the whole log against its seals; stops at the first breach. `progress` is told after every batch. */
export async function verifyAudit(
  pool: Pool,
  progress: (verified: number) => Promise<void> = () => Promise.resolve(),
): Promise<AuditVerification> {
  const { rows: words } = await pool.query<{ through: number; entries: number }>(EXPIRED);
  const { through: gone, entries: expired } = words[0] ?? { through: 0, entries: 0 };
  const done = { verified: 0, redacted: 0, expired, seals: 0, head: null as string | null };
  let through = '0';
  for (;;) {
    const { rows: seals } = await pool.query<Seal>(SEALS, [done.seals]);
    for (const seal of seals) {
      const { breach, redacted } = await inspect(pool, seal, done.seals + 1, seal.position <= gone);
      if (breach) return { ...done, unsealed: 0, breach };
      if (seal.position > gone) done.verified += seal.count;
      done.redacted += redacted;
      Object.assign(done, { seals: seal.position, head: seal.hash });
      through = seal.lastId;
    }
    await progress(done.verified);
    if (seals.length < BATCH) break;
  }
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int as count from audit_entries where id > $1`,
    [through],
  );
  return { ...done, unsealed: rows[0]!.count, breach: null };
}

interface Inspection {
  redacted: number;
  breach: AuditBreach | null;
}

/** Of a seal whose entries went, the chain is checked, and that none of them is back. */
async function inspect(pool: Pool, seal: Seal, position: number, isExpired: boolean): Promise<Inspection> {
  const broken = (what: AuditBreach['what'], entryId: string | null = null): Inspection => ({
    redacted: 0,
    breach: { what, position, entryId },
  });
  if (seal.position !== position) return broken('seal-missing');
  const { rows: entries } = await pool.query<Entry>(ENTRIES, [seal.after, seal.lastId]);
  if (isExpired) {
    if (entries[0]) return broken('entry-added', entries[0].id);
    return seal.holds ? { redacted: 0, breach: null } : broken('seal-changed');
  }
  const wrong = firstDifference(seal, entries);
  if (wrong) return broken(wrong.what, wrong.entryId);
  const changed: Changed[] = entries
    .map(({ id, digest }, at) => ({ id, sealed: seal.digests[at]!, found: digest }))
    .filter(({ sealed, found }) => sealed !== found);
  const [first] = await unexplained(pool, changed);
  if (first) return broken('entry-changed', first.id);
  return seal.holds ? { redacted: changed.length, breach: null } : broken('seal-changed');
}

function firstDifference(
  { ids }: Seal,
  entries: readonly Entry[],
): Pick<AuditBreach, 'what' | 'entryId'> | undefined {
  for (let at = 0; at < Math.max(ids.length, entries.length); at += 1) {
    const [sealed, found] = [ids[at], entries[at]];
    if (sealed === found?.id) continue;
    const isAdded = found && (sealed === undefined || BigInt(found.id) < BigInt(sealed));
    return isAdded
      ? { what: 'entry-added', entryId: found.id }
      : { what: 'entry-missing', entryId: sealed ?? null };
  }
  return undefined;
}
