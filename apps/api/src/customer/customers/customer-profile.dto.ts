import { FlagField, IdField, IntegerField, NestedField, TextField } from '../../platform/http/fields.js';

const left = { optional: true, nullable: true } as const;

class AddressFieldsDto {
  @TextField({ describe: 'Use, a code of `address-kind`.', max: 60, example: 'delivery' })
  readonly kind!: string;
  @TextField({
    describe: 'Code of its province, city or county; see `/administrative-divisions`.',
    ...left,
    pattern: /^\d{2}(\d{2}(\d{2})?)?$/,
    example: '320583',
  })
  readonly divisionCode?: string | null;
  @TextField({ describe: 'Street and number.', max: 300 }) readonly detail!: string;
  @TextField({ describe: 'Who receives there.', ...left, max: 60 }) readonly receiver?: string | null;
}

export class AddressInputDto extends AddressFieldsDto {
  @IdField({ describe: 'Of an address that is there already.', optional: true }) readonly id?: string;
  @FlagField({ describe: 'The usual one; at most one is.', optional: true }) readonly isDefault?: boolean;
}

export class AddressDto extends AddressFieldsDto {
  @IdField({ describe: 'Address id.' }) readonly id!: string;
  @TextField({ describe: 'Name of the division.', nullable: true, example: '江苏省 苏州市 昆山市' })
  readonly divisionName!: string | null;
  @FlagField({ describe: 'The usual one.' }) readonly isDefault!: boolean;
}

export class KeepAddressesDto {
  @NestedField(() => AddressInputDto, { describe: 'All its addresses.', many: true, most: 50 })
  readonly items!: AddressInputDto[];
}

export class AddressListDto {
  @NestedField(() => AddressDto, { describe: 'The usual one first.', many: true })
  readonly items!: AddressDto[];
}

export class KeepFinanceDto {
  @TextField({ describe: 'Name on invoices.', ...left, max: 120 }) readonly invoiceTitle?: string | null;
  @TextField({ describe: 'Tax number on invoices.', ...left, pattern: /^([0-9A-Z]{15,20})?$/ })
  readonly taxNumber?: string | null;
  @TextField({ describe: 'Bank.', ...left, max: 120 }) readonly bankName?: string | null;
  @TextField({ describe: 'Account number.', ...left, pattern: /^([0-9 ]{6,40})?$/ }) readonly bankAccount?:
    string | null;
  @TextField({ describe: 'Address on invoices.', ...left, max: 300 }) readonly invoiceAddress?: string | null;
  @TextField({ describe: 'Phone on invoices.', ...left, max: 40 }) readonly invoicePhone?: string | null;
}

export class FinanceDto extends KeepFinanceDto {
  @IntegerField({ describe: 'Version for `If-Match`; 0 before anything was said.' })
  readonly version!: number;
}
