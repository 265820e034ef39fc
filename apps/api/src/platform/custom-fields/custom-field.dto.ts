import { isDeclaredPermission } from '../auth/permission-catalogue.js';
import {
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  NestedField,
  TextField,
  TextListField,
} from '../http/fields.js';
import { CUSTOM_KINDS, type CustomKind } from './custom-field.entity.js';

const CODE = /^[a-z][a-zA-Z0-9]{0,39}$/;
const DECIMAL = /^-?\d{1,16}(\.\d{1,6})?$/;

export const isPermission = isDeclaredPermission;

export class CustomChoiceDto {
  @TextField({ describe: 'What records keep; never changes.', max: 60 }) readonly code!: string;
  @TextField({ describe: 'Chinese label.', max: 60 }) readonly labelZh!: string;
  @TextField({ describe: 'English label.', max: 60 }) readonly labelEn!: string;
  @FlagField({ describe: 'Readable where it stands, and not offered any more.', optional: true })
  readonly isRetired?: boolean;
}

export class CustomSettingsDto {
  @IntegerField({ describe: 'Most characters of a text.', least: 1, most: 2000, optional: true })
  readonly maxLength?: number;
  @TextField({ describe: 'Regular expression that a whole text must match.', max: 200, optional: true })
  readonly pattern?: string;
  @TextField({ describe: 'Least number.', pattern: DECIMAL, optional: true }) readonly minimum?: string;
  @TextField({ describe: 'Greatest number.', pattern: DECIMAL, optional: true }) readonly maximum?: string;
  @IntegerField({ describe: 'Digits after the point; 2 unless told.', most: 6, optional: true })
  readonly scale?: number;
  @TextField({ describe: 'Currency of money, ISO 4217.', pattern: /^[A-Z]{3}$/, optional: true })
  readonly currency?: string;
  @NestedField(() => CustomChoiceDto, {
    describe: 'Values of a choice.',
    many: true,
    most: 200,
    optional: true,
  })
  readonly choices?: readonly CustomChoiceDto[];
  @TextField({
    describe: 'Resource that a link points at; an address on the web without it.',
    max: 60,
    optional: true,
  })
  readonly target?: string;
}

class CustomFieldTextDto {
  @TextField({ describe: 'Help in Chinese.', max: 200, optional: true, nullable: true }) readonly helpZh?:
    string | null;
  @TextField({ describe: 'Help in English.', max: 200, optional: true, nullable: true }) readonly helpEn?:
    string | null;
  @NestedField(() => CustomSettingsDto, { describe: 'Limits and choices of the kind.', optional: true })
  readonly settings?: CustomSettingsDto;
  @TextField({
    describe: 'Of a choice: the dictionary whose values it takes.',
    max: 60,
    optional: true,
    nullable: true,
  })
  readonly dictionary?: string | null;
  @TextField({
    describe:
      'Of a formula: codes of other fields, + - * / %, comparisons, a ? b : c, min, max, round, abs, coalesce, days.',
    max: 500,
    optional: true,
    nullable: true,
    example: 'price * quantity',
  })
  readonly formula?: string | null;
  @FlagField({ describe: 'Must be given.', optional: true }) readonly isRequired?: boolean;
  @TextListField({
    describe: 'Types of records that have it; all when empty.',
    max: 60,
    most: 20,
    optional: true,
  })
  readonly appliesTo?: string[];
  @TextField({ describe: 'Heading under which it stands.', max: 60, optional: true, nullable: true })
  readonly section?: string | null;
  @FlagField({ describe: 'Serve sorting and filtering by an index.', optional: true })
  readonly isIndexed?: boolean;
  @TextField({
    describe: 'Permission without which the field does not exist for the caller.',
    max: 60,
    optional: true,
    nullable: true,
  })
  readonly readPermission?: string | null;
  @TextField({
    describe: 'Permission without which it cannot be changed.',
    max: 60,
    optional: true,
    nullable: true,
  })
  readonly changePermission?: string | null;
}

export class CreateCustomFieldDto extends CustomFieldTextDto {
  @TextField({ describe: 'Kind of record.', max: 60, example: 'customer' }) readonly resource!: string;
  @TextField({ describe: 'Key of the value; never changes.', pattern: CODE, max: 40, example: 'creditGrade' })
  readonly code!: string;
  @TextField({ describe: 'Chinese label.', max: 60, example: '信用等级' }) readonly labelZh!: string;
  @TextField({ describe: 'English label.', max: 60, example: 'Credit grade' }) readonly labelEn!: string;
  @EnumField({ describe: 'Kind.', values: CUSTOM_KINDS }) readonly kind!: CustomKind;
}

export class ChangeCustomFieldDto extends CustomFieldTextDto {
  @TextField({ describe: 'Chinese label.', max: 60, optional: true }) readonly labelZh?: string;
  @TextField({ describe: 'English label.', max: 60, optional: true }) readonly labelEn?: string;
  @EnumField({
    describe: 'Kind; values there are must be convertible.',
    values: CUSTOM_KINDS,
    optional: true,
  })
  readonly kind?: CustomKind;
}

export class CustomFieldDto {
  @IdField({ describe: 'Field.' }) readonly id!: string;
  @TextField({ describe: 'Kind of record.', example: 'customer' }) readonly resource!: string;
  @TextField({ describe: 'Key of the value in `custom`.', example: 'creditGrade' }) readonly code!: string;
  @TextField({ describe: 'Chinese label.' }) readonly labelZh!: string;
  @TextField({ describe: 'English label.' }) readonly labelEn!: string;
  @TextField({ describe: 'Help in Chinese.', nullable: true }) readonly helpZh!: string | null;
  @TextField({ describe: 'Help in English.', nullable: true }) readonly helpEn!: string | null;
  @EnumField({ describe: 'Kind.', values: CUSTOM_KINDS }) readonly kind!: CustomKind;
  @NestedField(() => CustomSettingsDto, { describe: 'Limits and choices of the kind.' })
  readonly settings!: CustomSettingsDto;
  @NestedField(() => CustomChoiceDto, {
    describe: 'Values of a choice, its own or its dictionary’s, retired ones too.',
    many: true,
  })
  readonly choices!: CustomChoiceDto[];
  @TextField({ describe: 'Dictionary of a choice.', nullable: true }) readonly dictionary!: string | null;
  @TextField({ describe: 'Formula.', nullable: true }) readonly formula!: string | null;
  @FlagField({ describe: 'Must be given.' }) readonly isRequired!: boolean;
  @TextListField({ describe: 'Types of records that have it; all when empty.' })
  readonly appliesTo!: string[];
  @TextField({ describe: 'Heading under which it stands.', nullable: true }) readonly section!: string | null;
  @FlagField({ describe: 'An index serves sorting and filtering.' }) readonly isIndexed!: boolean;
  @TextField({ describe: 'Permission to see it.', nullable: true }) readonly readPermission!: string | null;
  @TextField({ describe: 'Permission to change it.', nullable: true }) readonly changePermission!:
    string | null;
  @FlagField({ describe: 'Whether the caller may change values.' }) readonly isWritable!: boolean;
  @InstantField({ describe: 'Readable only, since.', nullable: true }) readonly retiredAt!: Date | null;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
}

class TypeDto {
  @TextField({ describe: 'Value.', example: 'organisation' }) readonly value!: string;
  @TextField({ describe: 'Chinese label.' }) readonly labelZh!: string;
  @TextField({ describe: 'English label.' }) readonly labelEn!: string;
}

export class CustomResourceDto {
  @TextField({ describe: 'Kind of record.', example: 'customer' }) readonly resource!: string;
  @TextField({ describe: 'Chinese label.' }) readonly labelZh!: string;
  @TextField({ describe: 'English label.' }) readonly labelEn!: string;
  @NestedField(() => TypeDto, { describe: 'Types for which fields may be meant.', many: true })
  readonly types!: TypeDto[];
}

export class OrderCustomFieldsDto {
  @IdField({ describe: 'All fields of the resource in their new order.', many: true })
  readonly fieldIds!: string[];
}

export class ConversionDto {
  @IntegerField({ describe: 'Records that have a value.' }) readonly records!: number;
  @IntegerField({ describe: 'Of them, with a value that the new kind can take.' })
  readonly convertible!: number;
  @TextListField({ describe: 'Values that cannot be converted, a few.' }) readonly examples!: string[];
}

export class PreviewConversionDto {
  @EnumField({ describe: 'Kind to convert to.', values: CUSTOM_KINDS }) readonly kind!: CustomKind;
}

export class CustomValuesDto {
  @JsonField({ describe: 'Code → value; null clears. What is left out stays.' }) readonly custom!: Record<
    string,
    unknown
  >;
}

export class StoredCustomValuesDto {
  @JsonField({ describe: 'Code → value, as the caller may see them.' }) readonly custom!: Record<
    string,
    unknown
  >;
  @IntegerField({ describe: 'Version of the record for `If-Match`.', example: 1 }) readonly version!: number;
}
