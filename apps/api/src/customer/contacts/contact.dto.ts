import {
  DateField,
  EmailField,
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  NestedField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { CONSENT_STATES, ConsentDto, type ConsentState } from './consent.dto.js';
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

const consentBy = (way: string) =>
  EnumField({
    describe: `Whether ${way} is allowed; null: not asked.`,
    values: CONSENT_STATES,
    nullable: true,
  });

export class ContactDto {
  @IdField({ describe: 'Contact id.' }) readonly id!: string;
  @IdField({ describe: 'Customer.' }) readonly customerId!: string;
  @TextField({ describe: 'Name of the customer.' }) readonly customerName!: string;
  @TextField({ describe: 'Name.', example: '张伟' }) readonly name!: string;
  @TextField({ describe: 'Position in the firm.', nullable: true }) readonly title!: string | null;
  @TextField({ describe: 'Department of the firm.', nullable: true }) readonly department!: string | null;
  @EnumField({ describe: 'Part in the decision to buy.', values: CONTACT_ROLES, nullable: true })
  readonly role!: ContactRole | null;
  @EnumField({ describe: 'How much it weighs.', values: CONTACT_INFLUENCES, nullable: true })
  readonly influence!: ContactInfluence | null;
  @TextField({ describe: 'Phone number.', nullable: true }) readonly phone!: string | null;
  @EmailField({ describe: 'E-mail address.', nullable: true }) readonly email!: string | null;
  @TextField({ describe: 'WeChat id; covered as phone numbers are.', nullable: true })
  readonly wechatId!: string | null;
  @EnumField({ describe: 'How to reach first.', values: CONTACT_CHANNELS, nullable: true })
  readonly preferredChannel!: ContactChannel | null;
  @DateField({ describe: 'Birthday.', nullable: true }) readonly birthday!: string | null;
  @EnumField({ describe: 'Still with the firm, or gone.', values: CONTACT_STATES })
  readonly state!: ContactState;
  @DateField({ describe: 'Since when gone.', nullable: true }) readonly leftOn!: string | null;
  @FlagField({ describe: 'The one to call first.' }) readonly isPrimary!: boolean;
  @consentBy('calling') readonly consentCall!: ConsentState | null;
  @consentBy('WeChat') readonly consentWechat!: ConsentState | null;
  @consentBy('e-mail') readonly consentEmail!: ConsentState | null;
  @consentBy('SMS') readonly consentSms!: ConsentState | null;
  @NestedField(() => ConsentDto, { describe: 'What was said of being called and written to.', many: true })
  readonly consents!: ConsentDto[];
  @TextField({ describe: 'Owner of the customer.', nullable: true }) readonly ownerName!: string | null;
  @TextField({ describe: 'Note.', nullable: true, max: 2000 }) readonly note!: string | null;
  @InstantField({ describe: 'When it was entered.' }) readonly createdAt!: Date;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
  @JsonField({ describe: 'Values of custom fields by code; see `/custom-fields`.' }) readonly custom!: Record<
    string,
    unknown
  >;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}
