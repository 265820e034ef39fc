import { whenViolated } from '../../platform/database/constraint-violations.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { DomainError } from '../../platform/errors/domain-error.js';

whenViolated('uq_credit_limit_changes_in_review', () => new CreditUnderReviewError());
whenViolated(
  'ck_credit_limit_changes_limit',
  () =>
    new InvalidInputError([
      { pointer: '/newLimit', rule: 'min', detail: 'A credit limit is not negative; 0 means cash only.' },
    ]),
);

export class CreditUnderReviewError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'credit-limit-change.under-review',
    title: 'Another change is under review',
  };
  constructor() {
    super('Another credit change of this customer is under review. Wait for it, or withdraw it.');
  }
}

export class CreditMovedError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'credit-limit-change.moved',
    title: 'The limit was changed meanwhile',
  };
  constructor(params: {
    limitThen: string | null;
    limitNow: string | null;
    termsThen: number | null;
    termsNow: number | null;
  }) {
    super(
      "The customer's credit was changed after this was submitted. Return it, so that it is submitted for the limit as it is now.",
      params,
    );
  }
}
