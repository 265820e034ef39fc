import {
  DateField,
  EmailField,
  EnumField,
  FlagField,
  IdField,
  JsonField,
  NestedField,
  TextField,
} from '../../platform/http/fields.js';
import { ConsentInputDto } from './consent.dto.js';
import {
  CONTACT_CHANNELS,
  CONTACT_INFLUENCES,
  CONTACT_ROLES,
  CONTACT_STATES,
  type ContactChannel,
  type ContactInfluence,
  type ContactRole,
  type ContactState,
} from './contact.entity.js';

const left = { optional: true, nullable: true } as const;

class ContactInputDto {
  @TextField({ describe: 'Position in the firm.', ...left, max: 60 }) readonly title?: string | null;
  @TextField({ describe: 'Department of the firm.', ...left, max: 60 }) readonly department?: string | null;
  @EnumField({ describe: 'Part in the decision to buy.', values: CONTACT_ROLES, ...left })
  readonly role?: ContactRole | null;
  @EnumField({ describe: 'How much it weighs.', values: CONTACT_INFLUENCES, ...left })
  readonly influence?: ContactInfluence | null;
  @TextField({ describe: 'Phone number.', ...left, max: 40 }) readonly phone?: string | null;
  @EmailField({ describe: 'E-mail address.', ...left }) readonly email?: string | null;
  @TextField({ describe: 'WeChat id.', ...left, max: 60 }) readonly wechatId?: string | null;
  @EnumField({ describe: 'How to reach first.', values: CONTACT_CHANNELS, ...left })
  readonly preferredChannel?: ContactChannel | null;
  @DateField({ describe: 'Birthday.', ...left, example: '1985-06-18' }) readonly birthday?: string | null;
  @EnumField({ describe: 'Still with the firm, or gone.', values: CONTACT_STATES, optional: true })
  readonly state?: ContactState;
  @DateField({ describe: 'Since when gone; today unless given. Says that he is gone, too.', ...left })
  readonly leftOn?: string | null;
  @FlagField({ describe: 'The one to call first; takes it from the one who was.', optional: true })
  readonly isPrimary?: boolean;
  @NestedField(() => ConsentInputDto, {
    describe: 'What was said of being called and written to; a way that is left out stays as it is.',
    optional: true,
    many: true,
    most: 5,
  })
  readonly consents?: ConsentInputDto[];
  @TextField({ describe: 'Note.', ...left, max: 2000 }) readonly note?: string | null;
  @JsonField({
    describe: 'Values of custom fields by code; null clears, what is left out stays.',
    optional: true,
  })
  readonly custom?: Record<string, unknown>;
}

export class CreateContactDto extends ContactInputDto {
  @IdField({ describe: 'Customer.' }) readonly customerId!: string;
  @TextField({ describe: 'Name.', max: 60, example: '张伟' }) readonly name!: string;
}

export class ChangeContactDto extends ContactInputDto {
  @TextField({ describe: 'Name.', max: 60, optional: true }) readonly name?: string;
}

export const OPEN_DEALS = ['refuse', 'detach'] as const;

export class MoveContactDto {
  @IdField({ describe: 'Customer to whom the contact goes.' }) readonly customerId!: string;
  @EnumField({
    describe:
      'What happens to open deals of the customer before that name the contact: `refuse` (usual) stops the move, `detach` takes the contact off them.',
    values: OPEN_DEALS,
    optional: true,
  })
  readonly openDeals?: (typeof OPEN_DEALS)[number];
  @TextField({ describe: 'Why.', ...left, max: 500, example: '跳槽' }) readonly reason?: string | null;
}
