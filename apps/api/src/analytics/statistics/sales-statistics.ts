import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { readListRequest, type ListRequest, type RawQuery } from '../../platform/lists/list-request.js';
import { conditions, Parameters } from '../../platform/lists/list-sql.js';
import {
  SALES_DIMENSION_NAMES,
  SALES_DIMENSIONS,
  type SalesDimension,
  type SalesDimensionName,
} from './sales-dimensions.js';
import { salesLineList } from './sales.list.js';
import type { SalesFigureDto, SalesStatisticsDto } from './statistics.dto.js';

const MOST_DIMENSIONS = 3;
export const MOST_GROUPS = 5_000;

const MEASURES = `round(coalesce(sum(f.sales_amount), 0), 2)::text as "salesAmount", round(sum(f.profit), 2)::text as "profit",
  round(sum(f.profit) / nullif(sum(f.sales_amount), 0), 4)::text as "margin", coalesce(sum(f.quantity), 0)::text as "quantity",
  count(*)::int as "lineCount", count(distinct f.order_id)::int as "orderCount", count(distinct f.customer_id)::int as "customerCount"`;

type FigureRow = Omit<SalesFigureDto, 'keys'> & Record<string, unknown>;

/** Sales from any angle, within the caller's data scope. */
@Injectable()
export class SalesStatistics {
  constructor(private readonly rows: Rows) {}

  /** @throws InvalidInputError for unknown dimensions or filters. */
  async read({ groupBy, ...filters }: RawQuery, actor: Actor): Promise<SalesStatisticsDto> {
    const dimensions = readDimensions(groupBy);
    const request = readListRequest(salesLineList, filters, actor);
    const [rows, [totals]] = await Promise.all([
      this.figures(dimensions, request, actor),
      this.figures([], request, actor),
    ]);
    const { keys: _none, ...sums } = totals!;
    return {
      rows: dimensions.length > 0 ? rows.slice(0, MOST_GROUPS) : [],
      totals: sums,
      isCut: rows.length > MOST_GROUPS,
    };
  }

  private async figures(
    dimensions: readonly SalesDimensionName[],
    request: ListRequest,
    actor: Actor,
  ): Promise<SalesFigureDto[]> {
    const parameters = new Parameters();
    const where = conditions(salesLineList, request, actor, parameters);
    const keys = dimensions.map((name) => `${SALES_DIMENSIONS[name].sql} as "key_${name}"`);
    const positions = dimensions.map((_, index) => index + 1);
    const order = dimensions.map((name, index) => {
      const dimension: SalesDimension = SALES_DIMENSIONS[name];
      return dimension.isTime ? `${index + 1}` : 'sum(f.sales_amount) desc';
    });
    const text = `select ${[...keys, MEASURES].join(', ')} from sales_facts f ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
      ${positions.length > 0 ? `group by ${positions.join(', ')} order by ${order.join(', ')}, ${positions.join(', ')} limit ${MOST_GROUPS + 1}` : ''}`;
    const found = await this.rows.all<FigureRow>(text, parameters.values);
    return found.map((row) => toFigure(row, dimensions, may(actor, 'cost:read')));
  }
}

function toFigure(
  row: FigureRow,
  dimensions: readonly SalesDimensionName[],
  withCost: boolean,
): SalesFigureDto {
  const { salesAmount, profit, margin, quantity, lineCount, orderCount, customerCount } = row;
  const keys = Object.fromEntries(
    dimensions.map((name) => [name, (row[`key_${name}`] as string | null) ?? null]),
  );
  return {
    keys,
    salesAmount,
    ...(withCost && { profit, margin }),
    quantity,
    lineCount,
    orderCount,
    customerCount,
  };
}

/** @throws InvalidInputError for more than three, repeated or unknown angles. */
export function readDimensions(raw: unknown): SalesDimensionName[] {
  const names = raw === undefined ? [] : (Array.isArray(raw) ? raw : [raw]).map(String);
  const isKnown = names.every((name) => (SALES_DIMENSION_NAMES as string[]).includes(name));
  if (isKnown && names.length <= MOST_DIMENSIONS && new Set(names).size === names.length)
    return names as SalesDimensionName[];
  throw new InvalidInputError([
    {
      pointer: 'groupBy',
      rule: 'groupBy',
      detail: `Up to ${MOST_DIMENSIONS} different ones of ${SALES_DIMENSION_NAMES.join(', ')}.`,
    },
  ]);
}
