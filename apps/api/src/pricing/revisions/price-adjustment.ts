import { Parameters, type Statement } from '../../platform/lists/list-sql.js';
import type { AdjustPricesDto, RoundingMode } from './revision-line.dto.js';

/** SQL for a rounded amount; `round` goes half away from nought, which for prices is half up. */
const ROUND: Readonly<Record<RoundingMode, string>> = { 'half-up': 'round', up: 'ceil', down: 'floor' };

/**
 * The statement that puts a line for every price the filter leaves into a revision, all at once.
 * @param effectiveOn day on which the revision takes effect; the old prices are those of the day before
 */
export function adjustStatement(revisionId: string, dto: AdjustPricesDto, effectiveOn: string): Statement {
  const parameters = new Parameters();
  const revision = parameters.add(revisionId);
  const value = `${parameters.add(dto.value)}::numeric`;
  const step = `${parameters.add(dto.roundTo ?? '0.01')}::numeric`;
  const tables = `${parameters.add(dto.tableIds)}::uuid[]`;
  const day = dto.on ? `${parameters.add(dto.on)}::date` : `(${parameters.add(effectiveOn)}::date - 1)`;
  const rounded = (amount: string) =>
    `greatest(0, ${ROUND[dto.rounding ?? 'half-up']}((${amount}) / ${step}) * ${step})`;
  const changed = (amount: string) =>
    rounded(dto.method === 'amount' ? `${amount} + ${value}` : `${amount} * (1 + ${value})`);
  const price = changed('x.price');
  const floor = dto.alsoFloor === false ? 'x.floor_price' : changed('x.floor_price');
  const table = dto.targetTableId ? `${parameters.add(dto.targetTableId)}::uuid` : 'x.table_id';
  const goods = conditions(dto, parameters);
  return {
    text: `
      insert into price_revision_lines (revision_id, table_id, product_id, unit, min_quantity, price, floor_price)
      select ${revision}, ${table}, x.product_id, x.unit, x.min_quantity, ${price}, least(${floor}, ${price})
        from prices x join products p on p.id = x.product_id
       where x.table_id = any(${tables}) and x.withdrawn_at is null and x.valid @> ${day}
         and p.deleted_at is null and p.withdrawn_on is null ${goods}
      on conflict on constraint uq_price_revision_lines do update
        set price = excluded.price, floor_price = excluded.floor_price, version = price_revision_lines.version + 1, updated_at = now()
      returning id`,
    values: parameters.values,
  };
}

/** The goods it is about; each list narrows further, an empty one does not. */
function conditions(dto: AdjustPricesDto, parameters: Parameters): string {
  const given = (ids: readonly string[] | undefined): ids is readonly string[] => !!ids && ids.length > 0;
  const list = (ids: readonly string[]) => `${parameters.add(ids)}::uuid[]`;
  return [
    given(dto.categoryIds) &&
      `and p.category_id in (select y.category_id from product_category_paths y where y.above_id = any(${list(dto.categoryIds)}))`,
    given(dto.brandIds) && `and p.brand_id = any(${list(dto.brandIds)})`,
    given(dto.productIds) && `and p.id = any(${list(dto.productIds)})`,
  ]
    .filter(Boolean)
    .join(' ');
}
