import type { Unit } from '../../platform/database/unit-of-work.js';
import type { OpportunityLineInputDto } from './opportunity-input.dto.js';
import { refused } from './opportunity.errors.js';

const KEEP_LINES = `
  insert into opportunity_lines as l (opportunity_id, product_id, quantity, price, amount)
  select $1, d."productId", coalesce(d.quantity, 1), d.price, coalesce(d.amount, round(coalesce(d.quantity, 1) * d.price, 2))
    from jsonb_to_recordset($2::jsonb) as d("productId" uuid, quantity numeric, price numeric, amount numeric)
  on conflict (opportunity_id, product_id) do update set quantity = excluded.quantity, price = excluded.price, amount = excluded.amount,
     version = l.version + 1, updated_at = now()
   where (l.quantity, l.price, l.amount) is distinct from (excluded.quantity, excluded.price, excluded.amount)`;

/** Makes the deal's products exactly these; what stays as it was is not touched. */
export async function keepLines(
  unit: Unit,
  id: string,
  lines: readonly OpportunityLineInputDto[],
): Promise<void> {
  const products = lines.map(({ productId }) => productId);
  if (new Set(products).size < products.length)
    throw refused('/lines', 'productTwice', 'A product stands once in a deal.');
  await unit.query(
    `delete from opportunity_lines where opportunity_id = $1 and product_id <> all ($2::uuid[])`,
    [id, products],
  );
  if (lines.length > 0) await unit.query(KEEP_LINES, [id, JSON.stringify(lines)]);
}

/** Of the lines together; null where no line has an amount. */
export async function amountOfLines(unit: Unit, id: string): Promise<string | null> {
  const [sum] = await unit.query<{ amount: string | null }>(
    `select sum(amount)::text as amount from opportunity_lines where opportunity_id = $1`,
    [id],
  );
  return sum!.amount;
}

/** Makes the competitors met exactly these. */
export async function keepCompetitors(unit: Unit, id: string, competitors: readonly string[]): Promise<void> {
  await unit.query(
    `delete from opportunity_competitors where opportunity_id = $1 and competitor <> all ($2::text[])`,
    [id, competitors],
  );
  await unit.query(
    `insert into opportunity_competitors (opportunity_id, competitor) select distinct $1::uuid, x from unnest($2::text[]) as x
     on conflict (opportunity_id, competitor) do nothing`,
    [id, competitors],
  );
}
