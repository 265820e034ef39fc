import { whenViolated } from '../../platform/database/constraint-violations.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { DomainError } from '../../platform/errors/domain-error.js';

export const refused = (pointer: string, rule: string, detail: string): InvalidInputError =>
  new InvalidInputError([{ pointer, rule, detail }]);
const refuses = (pointer: string, rule: string, detail: string) => () => refused(pointer, rule, detail);

/** The contact stands in open deals of the customer whom it is to leave. Deals that the caller may not see are only counted. */
export class ContactInOpenDealsError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'contacts.open-deals',
    title: 'The contact stands in open deals',
  };
  constructor(deals: readonly { id: string; name: string }[], hidden: number) {
    const names = deals.map(({ name }) => `"${name}"`).join(', ');
    super(
      `The contact stands in open deals of this customer: ${names || 'none that you may see'}${hidden > 0 ? ` and ${hidden} more` : ''}.`,
      { deals: deals.map(({ id, name }) => ({ id, name })), count: deals.length + hidden, hidden },
    );
  }
}

/** To take a contact off a deal is to change the deal. */
export class DealsNotYoursError extends DomainError {
  static override readonly problem = {
    status: 409,
    code: 'contacts.deals-not-yours',
    title: 'Some of the deals are not yours to change',
  };
  constructor(count: number) {
    super(`The contact stands in ${count} open deals that you may not change. Ask their owners first.`, {
      count,
    });
  }
}

whenViolated('ck_contacts_open_deals', () => new ContactInOpenDealsError([], 1));
whenViolated(
  'ck_contacts_birthday',
  refuses('/birthday', 'birthday', 'A birthday lies between 1900 and today.'),
);
whenViolated(
  'ck_contacts_wechat_uncovered',
  refuses('/wechatId', 'covered', 'This id is partly covered. Type it in full, or leave it.'),
);
whenViolated(
  'ck_contact_consents_source',
  refuses('/consents', 'consentSource', 'Say how it is known that the contact allows it.'),
);
