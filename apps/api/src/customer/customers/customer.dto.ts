import {
  DateField,
  EmailField,
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  MoneyField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import {
  CUSTOMER_KINDS,
  CUSTOMER_SOURCES,
  CUSTOMER_STAGES,
  type CustomerKind,
  type CustomerSource,
  type CustomerStage,
} from './customer.entity.js';

/** A customer, as a row of the list and as one record. */
export class CustomerDto {
  @IdField({ describe: 'Customer id.' }) readonly id!: string;
  @TextField({ describe: 'Customer number.', example: 'K000123' }) readonly number!: string;
  @TextField({ describe: 'Name.', example: '融氏食品有限公司' }) readonly name!: string;
  @EnumField({ describe: 'Organisation or individual.', values: CUSTOMER_KINDS })
  readonly kind!: CustomerKind;
  @EnumField({ describe: 'Potential or formal.', values: CUSTOMER_STAGES }) readonly stage!: CustomerStage;
  @FlagField({ describe: 'Sells on what it buys.' }) readonly isDealer!: boolean;
  @TextField({
    describe: 'Customer class, a code of the dictionary `customer-class`.',
    nullable: true,
    example: 'A类',
  })
  readonly class!: string | null;
  @TextField({ describe: 'Province.', nullable: true }) readonly province!: string | null;
  @TextField({ describe: 'City.', nullable: true }) readonly city!: string | null;
  @TextField({ describe: 'Street address.', nullable: true }) readonly address!: string | null;
  @TextField({ describe: 'Phone number.', nullable: true }) readonly phone!: string | null;
  @EmailField({ describe: 'E-mail address.', nullable: true }) readonly email!: string | null;
  @TextField({ describe: 'Unified social credit code (统一社会信用代码).', nullable: true })
  readonly creditCode!: string | null;
  @TextField({ describe: 'Importance, a code of `customer-importance`.', nullable: true })
  readonly importance!: string | null;
  @TextField({ describe: 'Industry, a code of `customer-industry`.', nullable: true }) readonly industry!:
    string | null;
  @TextField({ describe: 'Channel, a code of `customer-channel`.', nullable: true }) readonly channel!:
    string | null;
  @TextField({ describe: 'Region, a code of `customer-region`.', nullable: true }) readonly region!:
    string | null;
  @TextField({ describe: 'Life cycle, a code of `customer-life-cycle`.', nullable: true })
  readonly lifeCycle!: string | null;
  @DateField({ describe: 'Day of the next follow-up.', nullable: true }) readonly nextFollowUpOn!:
    string | null;
  @InstantField({ describe: 'When it was last spoken to.', nullable: true })
  readonly lastContactAt!: Date | null;
  @TextField({ describe: 'Note.', nullable: true, max: 2000 }) readonly note!: string | null;
  @MoneyField({
    describe: 'What it may owe at most, CNY; null: nothing agreed. Missing without the right to see credit.',
    nullable: true,
    optional: true,
  })
  readonly creditLimit?: string | null;
  @IntegerField({
    describe: 'Days to pay; missing without the right to see credit.',
    nullable: true,
    optional: true,
  })
  readonly paymentTermsDays?: number | null;
  @EnumField({ describe: 'Where the record came from.', values: CUSTOMER_SOURCES })
  readonly source!: CustomerSource;
  @IdField({ describe: 'Sales territory.', nullable: true }) readonly territoryId!: string | null;
  @TextField({ describe: 'Name of the territory.', nullable: true }) readonly territoryName!: string | null;
  @IdField({ describe: 'Salesperson who keeps the customer.', nullable: true }) readonly ownerId!:
    string | null;
  @TextField({ describe: 'Name of the owner.', nullable: true }) readonly ownerName!: string | null;
  @IdField({ describe: 'Department of the owner.', nullable: true }) readonly departmentId!: string | null;
  @DateField({ describe: 'Day of the last order.', nullable: true }) readonly lastOrderOn!: string | null;
  @MoneyField({ describe: 'Sales over all orders, CNY.' }) readonly salesAmount!: string;
  @InstantField({ describe: 'When it was entered.' }) readonly createdAt!: Date;
  @InstantField({ describe: 'Last change.' }) readonly updatedAt!: Date;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
  @JsonField({ describe: 'Values of custom fields by code; see `/custom-fields`.' }) readonly custom!: Record<
    string,
    unknown
  >;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

const left = { optional: true, nullable: true } as const;

/** What both adding and changing a customer may say. */
class CustomerInputDto {
  @TextField({ describe: 'Customer number; given by the system if left out.', optional: true, max: 60 })
  readonly number?: string;
  @EnumField({ describe: 'Organisation or individual.', values: CUSTOMER_KINDS, optional: true })
  readonly kind?: CustomerKind;
  @FlagField({ describe: 'Sells on what it buys.', optional: true }) readonly isDealer?: boolean;
  @TextField({
    describe: 'Customer class, a code of the dictionary `customer-class`.',
    optional: true,
    nullable: true,
    max: 60,
  })
  readonly class?: string | null;
  @TextField({ describe: 'Province.', optional: true, nullable: true, max: 60 }) readonly province?:
    string | null;
  @TextField({ describe: 'City.', optional: true, nullable: true, max: 60 }) readonly city?: string | null;
  @TextField({ describe: 'Street address.', optional: true, nullable: true, max: 300 }) readonly address?:
    string | null;
  @TextField({ describe: 'Phone number.', optional: true, nullable: true, max: 40 }) readonly phone?:
    string | null;
  @EmailField({ describe: 'E-mail address.', ...left }) readonly email?: string | null;
  @TextField({
    describe: 'Unified social credit code (统一社会信用代码); its check digit is verified.',
    ...left,
    max: 40,
    example: '91350100M000100Y43',
  })
  readonly creditCode?: string | null;
  @TextField({ describe: 'Importance, a code of `customer-importance`.', ...left, max: 60 })
  readonly importance?: string | null;
  @TextField({ describe: 'Industry, a code of `customer-industry`.', ...left, max: 60 }) readonly industry?:
    string | null;
  @TextField({ describe: 'Channel, a code of `customer-channel`.', ...left, max: 60 }) readonly channel?:
    string | null;
  @TextField({ describe: 'Region, a code of `customer-region`.', ...left, max: 60 }) readonly region?:
    string | null;
  @TextField({ describe: 'Life cycle, a code of `customer-life-cycle`.', ...left, max: 60 })
  readonly lifeCycle?: string | null;
  @DateField({ describe: 'Day of the next follow-up.', ...left }) readonly nextFollowUpOn?: string | null;
  @TextField({ describe: 'Note.', optional: true, nullable: true, max: 2000 }) readonly note?: string | null;
  @IdField({ describe: 'Sales territory.', optional: true, nullable: true }) readonly territoryId?:
    string | null;
  @IdField({ describe: 'Salesperson who keeps the customer.', optional: true }) readonly ownerId?: string;
  @JsonField({
    describe: 'Values of custom fields by code; null clears, what is left out stays.',
    optional: true,
  })
  readonly custom?: Record<string, unknown>;
}

export class ChangeCustomerDto extends CustomerInputDto {
  @TextField({ describe: 'Name.', optional: true, max: 120 }) readonly name?: string;
}

export class CreateCustomerDto extends CustomerInputDto {
  @TextField({ describe: 'Name.', max: 120, example: '融氏食品有限公司' }) readonly name!: string;
  @EnumField({ describe: 'Potential or formal.', values: CUSTOMER_STAGES, optional: true })
  readonly stage?: CustomerStage;
}
