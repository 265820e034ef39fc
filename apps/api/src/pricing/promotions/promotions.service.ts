import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { whenViolated } from '../../platform/database/constraint-violations.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { Lists } from '../../platform/lists/lists.js';
import type { ChangePromotionDto, CreatePromotionDto, PromotionDto } from './promotion.dto.js';
import { Promotion } from './promotion.entity.js';
import { promotionList } from './promotion.list.js';
import {
  allowedPromotionActions,
  PROMOTION_TRANSITIONS,
  refusePromotionAction,
} from './promotion.transitions.js';

const refuse = (pointer: string, rule: string, detail: string) => () =>
  new InvalidInputError([{ pointer, rule, detail }]);
whenViolated(
  'ck_promotions_value',
  refuse('/value', 'range', 'A percentage lies between 0 and 1, an amount is not below nought.'),
);
whenViolated(
  'ck_promotions_min_quantity',
  refuse('/minQuantity', 'negative', 'A quantity is not below nought.'),
);
whenViolated(
  'ck_promotions_total_limit',
  refuse('/totalLimit', 'positive', 'A limit is greater than nought.'),
);
whenViolated(
  'ck_promotions_customer_limit',
  refuse('/customerLimit', 'positive', 'A limit is greater than nought.'),
);

/** Promotions for groups of customers: drafted, started, ended. */
@Injectable()
export class PromotionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
  ) {}

  async read(id: string, actor: Actor): Promise<PromotionDto> {
    return withAllowedActions(await this.lists.one<PromotionDto>(promotionList, id, actor), actor);
  }

  async create({ validFrom, validTo, ...columns }: CreatePromotionDto, actor: Actor): Promise<PromotionDto> {
    const id = await this.work.run(actor, 'promotion.create', async (unit) => {
      const valid = rangeOf(validFrom, validTo ?? null);
      const inserted = await unit.manager.insert(Promotion, { ...columns, valid });
      const promotionId = inserted.identifiers[0]!.id as string;
      announce(unit, 'promotion.created', promotionId);
      return promotionId;
    });
    return this.read(id, actor);
  }

  async change(
    id: string,
    { validFrom, validTo, ...columns }: ChangePromotionDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<PromotionDto> {
    const before = await this.read(id, actor);
    await this.work.run(actor, 'promotion.change', async (unit) => {
      const promotion = await lockRecord(unit, Promotion, 'promotion', id, { version });
      refusePromotionAction(promotion.state, 'change');
      Object.assign(promotion, columns, { updatedAt: new Date() });
      promotion.valid = rangeOf(
        validFrom ?? before.validFrom,
        validTo === undefined ? before.validTo : validTo,
      );
      await unit.manager.save(promotion);
      announce(unit, 'promotion.changed', id);
    });
    return this.read(id, actor);
  }

  start(id: string, actor: Actor): Promise<PromotionDto> {
    return this.move(id, 'start', actor);
  }

  end(id: string, actor: Actor): Promise<PromotionDto> {
    return this.move(id, 'end', actor);
  }

  private async move(id: string, action: 'start' | 'end', actor: Actor): Promise<PromotionDto> {
    await this.work.run(actor, `promotion.${action}`, async (unit) => {
      const promotion = await lockRecord(unit, Promotion, 'promotion', id);
      refusePromotionAction(promotion.state, action);
      Object.assign(promotion, { state: PROMOTION_TRANSITIONS[action].to, updatedAt: new Date() });
      await unit.manager.save(promotion);
      announce(unit, `promotion.${PROMOTION_TRANSITIONS[action].to}`, id);
    });
    return this.read(id, actor);
  }
}

/** Both days included. */
function rangeOf(from: string, to: string | null): string {
  if (to !== null && to < from)
    throw new InvalidInputError([
      { pointer: '/validTo', rule: 'afterFrom', detail: 'The last day is not before the first.' },
    ]);
  return `[${from},${to ?? ''}${to === null ? ')' : ']'}`;
}

const announce = (unit: Unit, name: string, recordId: string): void =>
  unit.emit({ name, resource: 'promotion', recordId, audience: { permission: 'promotion:read' } });

export const withAllowedActions = (promotion: PromotionDto, actor: Actor): PromotionDto =>
  Object.assign(promotion, { allowedActions: allowedPromotionActions(promotion.state, actor) });
