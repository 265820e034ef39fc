import type { Unit } from '../../platform/database/unit-of-work.js';
import type { ConsentInputDto } from './consent.dto.js';

const DROP = `delete from contact_consents where contact_id = $1 and channel = any($2::text[])`;
/** What is already so keeps its day, its source and its version. */
const KEEP = `
  insert into contact_consents as s (contact_id, channel, state, decided_on, source)
  select $1, d.channel, d.state, coalesce(d."decidedOn", (now() at time zone 'Asia/Shanghai')::date), nullif(d.source, '')
    from jsonb_to_recordset($2::jsonb) as d(channel text, state text, "decidedOn" date, source text)
  on conflict (contact_id, channel) do update
    set state = excluded.state, decided_on = excluded.decided_on, source = excluded.source, version = s.version + 1, updated_at = now()
   where (s.state, s.decided_on, s.source) is distinct from (excluded.state, excluded.decided_on, excluded.source)`;

/** Notes what somebody said of some ways; the last word on a way counts. */
export async function keepConsents(
  unit: Unit,
  contactId: string,
  given: readonly ConsentInputDto[],
): Promise<void> {
  const latest = [...new Map(given.map((consent) => [consent.channel, consent])).values()];
  const dropped = latest.filter(({ state }) => state === 'not-asked').map(({ channel }) => channel);
  if (dropped.length > 0) await unit.query(DROP, [contactId, dropped]);
  const kept = latest.filter(({ state }) => state !== 'not-asked');
  if (kept.length > 0) await unit.query(KEEP, [contactId, JSON.stringify(kept)]);
}
