import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR, type Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { InvalidInputError, RecordNotFoundError } from '../../platform/errors/common.errors.js';
import type { FieldProblem } from '../../platform/errors/domain-error.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { ruleOf } from './price-rule.js';
import type { ResolvedLineDto, ResolvedPricesDto, ResolvePricesDto } from './resolve.dto.js';
import { RESOLVE, type ResolvedRow } from './resolution.sql.js';

const CUSTOMER = `select c.owner_id as "ownerId", c.department_id as "departmentId", company_today()::text as today,
    exists (select 1 from price_table_kinds k where k.code = $2) as "isKind"
  from customers c where c.id = $1 and c.deleted_at is null`;

interface Asked {
  readonly ownerId: string | null;
  readonly departmentId: string | null;
  readonly today: string;
  readonly isKind: boolean;
}

/** Customer, product, quantity, day and kind of contract → price, with the rule that produced it. */
@Injectable()
export class PriceResolution {
  constructor(private readonly rows: Rows) {}

  /**
   * @throws RecordNotFoundError for a customer that is not the caller's to see; InvalidInputError pointing at each line whose
   *   product or unit is unknown
   */
  async resolve(dto: ResolvePricesDto, actor: Actor): Promise<ResolvedPricesDto> {
    const { customerId, contractKind, currency = 'CNY' } = dto;
    const customer = await this.rows.one<Asked>(CUSTOMER, [customerId, contractKind]);
    if (!customer || !isWithinScope(customer, 'customer:read', actor))
      throw new RecordNotFoundError('customer', customerId);
    if (!customer.isKind)
      throw new InvalidInputError([
        { pointer: '/contractKind', rule: 'reference', detail: 'There is no such kind of price table.' },
      ]);
    const on = dto.on ?? customer.today;
    const lines = dto.lines.map(({ productId, quantity, unit, askedPrice }, line) => ({
      line,
      product_id: productId,
      quantity,
      unit: unit ?? null,
      asked: askedPrice ?? null,
    }));
    const asker = actor === SYSTEM_ACTOR ? null : actor.id;
    const rows = await this.rows.all<ResolvedRow>(RESOLVE, [
      customerId,
      on,
      currency,
      contractKind,
      asker,
      JSON.stringify(lines),
    ]);
    refuseUnknown(rows);
    return { on, lines: rows.map((row) => toLine(row, currency, actor.locale)) };
  }
}

function refuseUnknown(rows: readonly ResolvedRow[]): void {
  const problems = rows.flatMap(({ line, isKnown, hasUnit, quantity }): FieldProblem[] => {
    const at = (field: string) => `/lines/${line}/${field}`;
    if (!isKnown)
      return [{ pointer: at('productId'), rule: 'reference', detail: 'There is no such product.' }];
    if (!hasUnit)
      return [{ pointer: at('unit'), rule: 'unit', detail: 'This product is not sold in this unit.' }];
    if (Number(quantity) <= 0)
      return [{ pointer: at('quantity'), rule: 'positive', detail: 'A quantity is greater than nought.' }];
    return [];
  });
  if (problems.length > 0) throw new InvalidInputError(problems);
}

function toLine(row: ResolvedRow, currency: string, locale: Actor['locale']): ResolvedLineDto {
  const { productId, quantity, unit, price, tablePrice, floorPrice, taxIncluded, taxRate } = row;
  const { priceId, tableId, tableName, revisionId, revisionNumber, promotionId } = row;
  return {
    productId,
    quantity,
    unit,
    price,
    tablePrice,
    floorPrice,
    currency,
    taxIncluded,
    taxRate,
    priceId,
    tableId,
    tableName,
    revisionId,
    revisionNumber,
    promotionId,
    rule: ruleOf(row, locale),
    deviation:
      row.asked !== null && row.deviationAmount !== null
        ? { amount: row.deviationAmount, rate: row.deviationRate, isBelowFloor: row.isBelowFloor }
        : null,
  };
}
