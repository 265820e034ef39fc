import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { whenViolated } from '../../platform/database/constraint-violations.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { DuplicateRecordError, InvalidInputError } from '../../platform/errors/common.errors.js';
import { Lists } from '../../platform/lists/lists.js';
import { Product } from '../products/product.entity.js';
import type {
  CompetitorPriceDto,
  ProductCostDto,
  RecordCompetitorPriceDto,
  RecordCostDto,
} from './cost.dto.js';
import { competitorPriceList, costList } from './cost.list.js';

whenViolated(
  'uq_competitor_prices',
  ({ value }) => new DuplicateRecordError('price of that day', 'observedOn', value),
);
whenViolated(
  'ex_product_costs_valid',
  () =>
    new InvalidInputError([
      { pointer: '/validFrom', rule: 'overlap', detail: 'There is a cost from that day already.' },
    ]),
);

/** What goods cost us, and what others ask for them. A new cost ends the one before; none is overwritten. */
@Injectable()
export class CostsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
  ) {}

  async recordCost(productId: string, dto: RecordCostDto, actor: Actor): Promise<ProductCostDto> {
    const id = await this.work.run(actor, 'product-cost.record', async (unit) => {
      await lockRecord(unit, Product, 'product', productId);
      const [later] = await unit.query<{ next: string | null; same: boolean }>(
        `select min(lower(valid)) filter (where lower(valid) > $2::date)::text as next, bool_or(lower(valid) = $2::date) as same
           from product_costs where product_id = $1`,
        [productId, dto.validFrom],
      );
      if (later?.same)
        throw new InvalidInputError([
          { pointer: '/validFrom', rule: 'dayTaken', detail: 'There is a cost from that very day already.' },
        ]);
      await unit.query(
        `update product_costs set valid = daterange(lower(valid), $2::date), version = version + 1, updated_at = now()
          where product_id = $1 and valid @> $2::date`,
        [productId, dto.validFrom],
      );
      const [made] = await unit.query<{ id: string }>(
        `insert into product_costs (product_id, cost, valid, note) values ($1, $2, daterange($3::date, $4::date), $5) returning id`,
        [productId, dto.cost, dto.validFrom, later?.next ?? null, dto.note ?? null],
      );
      announce(unit, 'product-cost.recorded', productId, 'cost:read');
      return made!.id;
    });
    return this.lists.one(costList, id, actor);
  }

  async recordCompetitorPrice(
    productId: string,
    { competitor, price, currency = 'CNY', observedOn, note = null }: RecordCompetitorPriceDto,
    actor: Actor,
  ): Promise<CompetitorPriceDto> {
    const id = await this.work.run(actor, 'competitor-price.record', async (unit) => {
      await lockRecord(unit, Product, 'product', productId);
      const [made] = await unit.query<{ id: string }>(
        `insert into competitor_prices (product_id, competitor, price, currency, observed_on, note) values ($1, $2, $3, $4, $5, $6) returning id`,
        [productId, competitor, price, currency, observedOn, note],
      );
      announce(unit, 'competitor-price.recorded', productId, 'price:read');
      return made!.id;
    });
    return this.lists.one(competitorPriceList, id, actor);
  }
}

const announce = (unit: Unit, name: string, recordId: string, permission: string): void =>
  unit.emit({ name, resource: 'product', recordId, audience: { permission } });
