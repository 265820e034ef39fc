import { whenViolated } from '../../platform/database/constraint-violations.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { DomainError, type FieldProblem } from '../../platform/errors/domain-error.js';

const refuse = (pointer: string, rule: string, detail: string) => () =>
  new InvalidInputError([{ pointer, rule, detail }]);

whenViolated('fk_price_revision_lines_table', refuse('/lines', 'reference', 'There is no such price table.'));
whenViolated('fk_price_revision_lines_product', refuse('/lines', 'reference', 'There is no such product.'));
whenViolated('ck_price_revision_lines_price', refuse('/lines', 'negative', 'A price is not below nought.'));
whenViolated(
  'ck_price_revision_lines_quantity',
  refuse('/lines', 'negative', 'A quantity is not below nought.'),
);
whenViolated(
  'ck_price_revision_lines_floor',
  refuse('/lines', 'floorAbovePrice', 'A floor price is not above the price, nor below nought.'),
);

/** Two prices of one product in one table would begin on the same day: history would not know which came first. */
export class PriceDayTakenError extends DomainError {
  static override readonly problem = { status: 409, code: 'pricing.day-taken', title: 'Day already taken' };
  constructor(taken: readonly { product: string; table: string; number: string }[]) {
    const [first] = taken;
    super(
      `From this day on there is already a price of "${first?.product}" in "${first?.table}", by revision ${first?.number}. ` +
        'Choose another day, or withdraw that revision first.',
      { taken },
    );
  }
}

/** Prices of nothing: a revision without lines is not reviewed. */
export class EmptyRevisionError extends DomainError {
  static override readonly problem = { status: 409, code: 'pricing.empty-revision', title: 'No lines' };
  constructor() {
    super('This revision has no lines yet.');
  }
}

export class TooManyLinesError extends DomainError {
  static override readonly problem = { status: 409, code: 'pricing.too-many-lines', title: 'Too many lines' };
  constructor(most: number) {
    super(
      `A revision has at most ${most} lines, so that people can review it. Split it, by category for example.`,
      {
        most,
      },
    );
  }
}

export class UnusualPricesError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'pricing.unusual-prices',
    title: 'Prices far from the last ones',
  };
  constructor(lines: readonly { product: string; table: string; old: string; price: string }[]) {
    super(
      `${lines.length} prices are ten times the last one, or a tenth. If they are meant so, submit again and confirm them.`,
      { lines },
    );
  }
}

export class WithdrawnProductsError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'pricing.withdrawn-products',
    title: 'Products no longer offered',
  };
  constructor(products: readonly string[]) {
    super(`No longer offered: ${products.join(', ')}. Take these lines out, or offer the products again.`, {
      products,
    });
  }
}

/** It lay in the future when it was submitted. */
export class EffectiveDayPassedError extends DomainError {
  static override readonly problem = { status: 409, code: 'pricing.day-passed', title: 'Day has passed' };
  constructor(effectiveOn: string) {
    super(
      `The day on which these prices should take effect, ${effectiveOn}, passed while they were under review. Return the revision, so that another day can be chosen.`,
      { effectiveOn },
    );
  }
}

/** In the past, without the right or the reason for it. */
export const backdated = (isAllowed: boolean): InvalidInputError => {
  const problem: FieldProblem = isAllowed
    ? {
        pointer: '/backdatingReason',
        rule: 'backdatingReason',
        detail: 'It would take effect in the past: say why.',
      }
    : {
        pointer: '/effectiveOn',
        rule: 'past',
        detail: 'It would take effect in the past, which your roles do not allow. Choose today or later.',
      };
  return new InvalidInputError([problem]);
};
