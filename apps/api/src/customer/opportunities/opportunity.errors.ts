import { whenViolated } from '../../platform/database/constraint-violations.js';
import { whenNotInDictionary } from '../../platform/dictionaries/dictionary.errors.js';
import { DuplicateRecordError, InvalidInputError } from '../../platform/errors/common.errors.js';
import { DomainError, type FieldProblem } from '../../platform/errors/domain-error.js';
import type { StageRefusals, StageRule } from './pipelines/stage-rules.js';

/** The way to the stage is barred: by stages that may not be left out, by what is missing, or because it leads back. */
export class StageRuleError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'opportunities.stage-rule',
    title: 'The stage cannot be entered',
  };
  constructor({ nameZh, nameEn }: StageRule, { skipped, missing, isReturn, isRetired }: StageRefusals) {
    const errors: FieldProblem[] = [
      ...skipped.map((stage) => ({
        pointer: '/stageId',
        rule: 'stageSkipped',
        detail: `The stage "${stage.nameEn}" may not be left out.`,
        params: { stageZh: stage.nameZh, stageEn: stage.nameEn },
      })),
      ...missing.map((field) => ({
        pointer: `/${field}`,
        rule: 'requiredByStage',
        detail: `The stage "${nameEn}" needs ${field}.`,
        params: { field },
      })),
    ];
    if (isReturn)
      errors.push({
        pointer: '/stageId',
        rule: 'noReturn',
        detail: `A deal may not go back to "${nameEn}".`,
      });
    if (isRetired)
      errors.push({ pointer: '/stageId', rule: 'stageRetired', detail: `The stage "${nameEn}" is retired.` });
    super(
      `The deal cannot enter "${nameEn}": ${errors.map(({ detail }) => detail).join(' ')}`,
      { stageZh: nameZh, stageEn: nameEn },
      errors,
    );
  }
}

export class CustomerHasOpenDealsError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'opportunities.open-deals',
    title: 'There are open deals',
  };
  constructor(count: number) {
    super(
      `This customer has ${count} open opportunities. Win, lose or hand them to another customer first.`,
      { count },
    );
  }
}

export const refused = (pointer: string, rule: string, detail: string): InvalidInputError =>
  new InvalidInputError([{ pointer, rule, detail }]);
const refuses = (pointer: string, rule: string, detail: string) => () => refused(pointer, rule, detail);

whenViolated(
  'uq_opportunities_number',
  ({ value }) => new DuplicateRecordError('opportunity', 'number', value),
);
whenViolated('fk_opportunities_customer', refuses('/customerId', 'reference', 'There is no such customer.'));
whenViolated('fk_opportunities_owner', refuses('/ownerId', 'reference', 'There is no such user.'));
whenViolated(
  'fk_opportunities_territory',
  refuses('/territoryId', 'reference', 'There is no such territory.'),
);
const otherContact = refuses(
  '/primaryContactId',
  'contactOfCustomer',
  'This is not a contact of the deal’s customer.',
);
whenViolated('fk_opportunities_contact', otherContact);
whenViolated('ck_opportunities_contact_of_customer', otherContact);
const amount = (pointer: string) =>
  refuses(pointer, 'amountRange', 'An amount is between 0 and 999,999,999,999.');
whenViolated('ck_opportunities_amount', amount('/amount'));
whenViolated('ck_opportunities_close_value', amount('/closeValue'));
whenViolated(
  'ck_opportunities_rate',
  refuses('/exchangeRate', 'exchangeRate', 'The rate is above 0, and 1 for CNY.'),
);
whenViolated(
  'ck_opportunities_probability',
  refuses('/ownProbability', 'probability', 'A probability is between 0 and 1.'),
);
whenViolated(
  'ck_opportunities_expected_close',
  refuses('/expectedCloseOn', 'beforeEngaged', 'The deal cannot close before it began.'),
);
whenViolated(
  'ck_opportunities_closed_on',
  refuses('/closedOn', 'beforeEngaged', 'The deal cannot close before it began.'),
);
whenViolated('fk_opportunity_lines_product', refuses('/lines', 'reference', 'There is no such product.'));
whenViolated('ck_opportunity_lines_quantity', refuses('/lines', 'quantity', 'A quantity is above 0.'));
whenViolated('ck_opportunity_lines_price', refuses('/lines', 'amountRange', 'A price is not below 0.'));
whenViolated('ck_opportunity_lines_amount', refuses('/lines', 'amountRange', 'An amount is not below 0.'));
whenNotInDictionary('opportunities', 'loss_reason', '/lossReason');
whenNotInDictionary('opportunities', 'source', '/source');
whenNotInDictionary('opportunity_competitors', 'competitor', '/competitors');
