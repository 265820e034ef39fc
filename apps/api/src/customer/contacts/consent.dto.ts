import { DateField, EnumField, TextField } from '../../platform/http/fields.js';
import { CONTACT_CHANNELS, type ContactChannel } from './contact.entity.js';

export const CONSENT_STATES = ['allowed', 'refused'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

const source = { describe: 'How it is known: a form, a call, a card.', nullable: true, max: 200 } as const;

/** What somebody said of being called or written to by one way; a way that is not named was not asked about. */
export class ConsentDto {
  @EnumField({ describe: 'By which way.', values: CONTACT_CHANNELS }) readonly channel!: ContactChannel;
  @EnumField({ describe: 'Allowed or refused.', values: CONSENT_STATES }) readonly state!: ConsentState;
  @DateField({ describe: 'When it was said.' }) readonly decidedOn!: string;
  @TextField({ ...source, example: '展会登记表' }) readonly source!: string | null;
}

export class ConsentInputDto {
  @EnumField({ describe: 'By which way.', values: CONTACT_CHANNELS }) readonly channel!: ContactChannel;
  @EnumField({
    describe: 'Allowed, refused; `not-asked` takes back what was noted.',
    values: [...CONSENT_STATES, 'not-asked'],
  })
  readonly state!: ConsentState | 'not-asked';
  @DateField({ describe: 'When it was said; today unless given.', optional: true, nullable: true })
  readonly decidedOn?: string | null;
  @TextField({ ...source, describe: `${source.describe} Needed for what is allowed.`, optional: true })
  readonly source?: string | null;
}
