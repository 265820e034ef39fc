import type { Unit } from '../../platform/database/unit-of-work.js';
import { PriceDayTakenError, WithdrawnProductsError } from './price-revision.errors.js';

const SAME_KEY = (a: string, b: string): string =>
  `${a}.product_id = ${b}.product_id and ${a}.table_id = ${b}.table_id and ${a}.unit = ${b}.unit and ${a}.min_quantity = ${b}.min_quantity`;

/** One revision at a time writes into a table; the order keeps two of them from waiting for each other. */
const LOCK_TABLES = `select id from price_tables where id in (select table_id from price_revision_lines where revision_id = $1) order by id for update`;

const TAKEN = `
  select p.name as product, t.name as "table", r.number
    from price_revision_lines l join prices x on ${SAME_KEY('x', 'l')} and x.withdrawn_at is null and lower(x.valid) = $2::date
    join products p on p.id = l.product_id join price_tables t on t.id = l.table_id join price_revisions r on r.id = x.revision_id
   where l.revision_id = $1 order by p.code limit 20`;

const WITHDRAWN = `
  select distinct p.name from price_revision_lines l join products p on p.id = l.product_id
   where l.revision_id = $1 and l.price is not null and (p.withdrawn_on is not null or p.deleted_at is not null) order by p.name limit 20`;

/** The old prices and their ends, as they are before anything is moved. */
const NOTE_OLD = `
  create temp table ending_prices on commit drop as
    select l.id as line_id, x.id as price_id, upper(x.valid) as until, x.ended_by
      from price_revision_lines l join prices x on ${SAME_KEY('x', 'l')} and x.withdrawn_at is null and x.valid @> $2::date
     where l.revision_id = $1`;

const END_OLD = `
  update prices x set valid = daterange(lower(x.valid), $2::date), ended_by = $1, version = x.version + 1, updated_at = now()
    from ending_prices e where x.id = e.price_id`;

/** A new price holds until the next one that is already agreed, or until the old one would have ended; and remembers by whom. */
const BEGIN_NEW = `
  insert into prices (table_id, product_id, unit, min_quantity, price, floor_price, valid, revision_id, ended_by)
  select l.table_id, l.product_id, l.unit, l.min_quantity, l.price, l.floor_price, daterange($2::date, least(e.until, n.begins)), $1,
         case when e.until <= coalesce(n.begins, e.until) then e.ended_by else n.revision_id end
    from price_revision_lines l
    left join ending_prices e on e.line_id = l.id
    left join lateral (
      select lower(x.valid) as begins, x.revision_id from prices x
       where ${SAME_KEY('x', 'l')} and x.withdrawn_at is null and lower(x.valid) > $2::date order by lower(x.valid) limit 1) n on true
   where l.revision_id = $1 and l.price is not null`;

/**
 * Prices that would clash, before anybody reviews them and again when they take effect.
 * @throws PriceDayTakenError, WithdrawnProductsError
 */
export async function refuseClashes(unit: Unit, revisionId: string, effectiveOn: string): Promise<void> {
  const withdrawn = await unit.query<{ name: string }>(WITHDRAWN, [revisionId]);
  if (withdrawn.length > 0) throw new WithdrawnProductsError(withdrawn.map(({ name }) => name));
  const taken = await unit.query<{ product: string; table: string; number: string }>(TAKEN, [
    revisionId,
    effectiveOn,
  ]);
  if (taken.length > 0) throw new PriceDayTakenError(taken);
}

/** Writes the prices of an approved revision: the old ones end the day before, the new ones begin. Set by set, not row by row. */
export async function takeEffect(unit: Unit, revisionId: string, effectiveOn: string): Promise<void> {
  await unit.query(LOCK_TABLES, [revisionId]);
  await refuseClashes(unit, revisionId, effectiveOn);
  await unit.query(NOTE_OLD.replaceAll('$1', `'${revisionId}'`).replaceAll('$2', `'${effectiveOn}'`));
  await unit.query(END_OLD, [revisionId, effectiveOn]);
  await unit.query(BEGIN_NEW, [revisionId, effectiveOn]);
  await unit.query('drop table ending_prices');
}

const WITHDRAW = `
  update prices set withdrawn_at = now(), version = version + 1, updated_at = now()
   where revision_id = $1 and withdrawn_at is null
  returning product_id, table_id, unit, min_quantity, upper(valid)::text as until, ended_by`;

/** What the revision had ended goes on: to where its own price would have ended, or to the next one that is agreed. */
const GO_ON = `
  update prices x
     set valid = daterange(lower(x.valid), coalesce(w.until, (select min(lower(n.valid)) from prices n
                                where ${SAME_KEY('n', 'x')} and n.withdrawn_at is null and lower(n.valid) > lower(x.valid)))),
         ended_by = w.ended_by, version = x.version + 1, updated_at = now()
    from prices o
    left join jsonb_to_recordset($2) as w(product_id uuid, table_id uuid, unit text, min_quantity numeric, until date, ended_by uuid)
      on ${SAME_KEY('w', 'o')}
   where o.id = x.id and x.ended_by = $1 and x.withdrawn_at is null`;

/** Takes an approved revision back before its day: its prices are withdrawn, and those it had ended go on. */
export async function takeBack(unit: Unit, revisionId: string): Promise<void> {
  await unit.query(LOCK_TABLES, [revisionId]);
  const withdrawn = await unit.query(WITHDRAW, [revisionId]);
  await unit.query(GO_ON, [revisionId, JSON.stringify(withdrawn)]);
}
