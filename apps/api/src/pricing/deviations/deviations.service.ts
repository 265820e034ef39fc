import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { Lists } from '../../platform/lists/lists.js';
import { PriceResolution } from '../resolution/price-resolution.service.js';
import type { ResolvedLineDto } from '../resolution/resolve.dto.js';
import type { DeviationKind, PriceDeviationRecordDto, RecordDeviationDto } from './deviation.dto.js';
import { deviationList } from './deviation.list.js';

const ADD = `insert into price_deviations (customer_id, product_id, unit, quantity, contract_kind, priced_on, currency, asked_price, table_price,
    floor_price, price_id, kind, reason, owner_id, department_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id`;

/** Prices below the floor or off the tables: only as a record of who asked, why, and what the tables said at that moment. */
@Injectable()
export class DeviationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
    private readonly resolution: PriceResolution,
  ) {}

  /** @throws InvalidInputError when the asked price is no deviation at all */
  async record(dto: RecordDeviationDto, actor: Actor): Promise<PriceDeviationRecordDto> {
    const { customerId, productId, quantity, unit, contractKind, on, currency, askedPrice, reason } = dto;
    const lines = [{ productId, quantity, unit, askedPrice }];
    const resolved = await this.resolution.resolve({ customerId, contractKind, on, currency, lines }, actor);
    const line = resolved.lines[0]!;
    const kind = kindOf(line);
    if (!kind)
      throw new InvalidInputError([
        {
          pointer: '/askedPrice',
          rule: 'noDeviation',
          detail: 'This is the table price or above: nothing to record.',
        },
      ]);
    const id = await this.work.run(actor, 'price-deviation.record', async (unitOfWork) => {
      const [added] = await unitOfWork.query<{ id: string }>(ADD, [
        customerId,
        productId,
        line.unit,
        quantity,
        contractKind,
        resolved.on,
        line.currency,
        askedPrice,
        line.price,
        line.floorPrice,
        line.priceId,
        kind,
        reason,
        actor.id,
        actor.departmentId,
      ]);
      unitOfWork.emit({
        name: 'price-deviation.recorded',
        resource: 'price-deviation',
        recordId: added!.id,
        payload: { customerId, productId, kind },
        audience: { permission: 'price-revision:read' },
      });
      return added!.id;
    });
    return this.lists.one(deviationList, id, actor);
  }
}

function kindOf({ price, deviation }: ResolvedLineDto): DeviationKind | undefined {
  if (price === null) return 'off-table';
  if (deviation?.isBelowFloor) return 'below-floor';
  return deviation?.amount.startsWith('-') ? 'below-table' : undefined;
}
