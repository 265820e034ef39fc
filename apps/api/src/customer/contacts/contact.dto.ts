import {
  EmailField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';

export class ContactDto {
  @IdField({ describe: 'Contact id.' }) readonly id!: string;
  @IdField({ describe: 'Customer.' }) readonly customerId!: string;
  @TextField({ describe: 'Name of the customer.' }) readonly customerName!: string;
  @TextField({ describe: 'Name.', example: '张伟' }) readonly name!: string;
  @TextField({ describe: 'Position in the firm.', nullable: true }) readonly title!: string | null;
  @TextField({ describe: 'Phone number.', nullable: true }) readonly phone!: string | null;
  @EmailField({ describe: 'E-mail address.', nullable: true }) readonly email!: string | null;
  @FlagField({ describe: 'The one to call first.' }) readonly isPrimary!: boolean;
  @TextField({ describe: 'Note.', nullable: true, max: 2000 }) readonly note!: string | null;
  @InstantField({ describe: 'When it was entered.' }) readonly createdAt!: Date;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
  @JsonField({ describe: 'Values of custom fields by code; see `/custom-fields`.' }) readonly custom!: Record<
    string,
    unknown
  >;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

class ContactInputDto {
  @TextField({ describe: 'Position in the firm.', optional: true, nullable: true, max: 60 }) readonly title?:
    string | null;
  @TextField({ describe: 'Phone number.', optional: true, nullable: true, max: 40 }) readonly phone?:
    string | null;
  @EmailField({ describe: 'E-mail address.', optional: true, nullable: true }) readonly email?: string | null;
  @FlagField({ describe: 'The one to call first; takes it from the one who was.', optional: true })
  readonly isPrimary?: boolean;
  @TextField({ describe: 'Note.', optional: true, nullable: true, max: 2000 }) readonly note?: string | null;
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
