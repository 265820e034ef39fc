import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  PriceField,
  QuantityField,
  TextField,
} from '../../platform/http/fields.js';

export const DEVIATION_KINDS = ['below-table', 'below-floor', 'off-table'] as const;
export type DeviationKind = (typeof DEVIATION_KINDS)[number];

export class PriceDeviationRecordDto {
  @IdField({ describe: 'Deviation id.' }) readonly id!: string;
  @EnumField({
    describe: 'Below the table, below the floor, or where no table has a price.',
    values: DEVIATION_KINDS,
  })
  readonly kind!: DeviationKind;
  @IdField({ describe: 'Customer.' }) readonly customerId!: string;
  @TextField({ describe: 'Name of the customer.' }) readonly customerName!: string;
  @IdField({ describe: 'Product.' }) readonly productId!: string;
  @TextField({ describe: 'Name of the product.' }) readonly productName!: string;
  @TextField({ describe: 'Unit.', min: 0 }) readonly unit!: string;
  @QuantityField({ describe: 'Quantity.' }) readonly quantity!: string;
  @TextField({ describe: 'Kind of the contract.' }) readonly contractKind!: string;
  @DateField({ describe: 'Day of the price.' }) readonly pricedOn!: string;
  @TextField({ describe: 'Currency.', example: 'CNY' }) readonly currency!: string;
  @PriceField({ describe: 'Asked price.' }) readonly askedPrice!: string;
  @PriceField({ describe: 'Resolved price.', nullable: true }) readonly tablePrice!: string | null;
  @PriceField({ describe: 'Floor price.', nullable: true }) readonly floorPrice!: string | null;
  @TextField({ describe: 'Reason.', max: 500 }) readonly reason!: string;
  @IdField({ describe: 'Who asked for it.' }) readonly ownerId!: string;
  @TextField({ describe: 'Name of who asked for it.' }) readonly ownerName!: string;
  @InstantField({ describe: 'When it was recorded.' }) readonly createdAt!: Date;
}

export class RecordDeviationDto {
  @IdField({ describe: 'Customer.' }) readonly customerId!: string;
  @IdField({ describe: 'Product.' }) readonly productId!: string;
  @QuantityField({ describe: 'Quantity in the unit.' }) readonly quantity!: string;
  @TextField({ describe: "Unit; the product's own if left out.", optional: true, max: 20 })
  readonly unit?: string;
  @TextField({ describe: 'Kind of the contract.', max: 40, example: 'local' }) readonly contractKind!: string;
  @DateField({ describe: 'Day of the price; today if left out.', optional: true }) readonly on?: string;
  @TextField({
    describe: 'Currency, CNY if left out.',
    optional: true,
    pattern: /^[A-Z]{3}$/,
    max: 3,
    example: 'CNY',
  })
  readonly currency?: string;
  @PriceField({ describe: 'Asked price per unit.' }) readonly askedPrice!: string;
  @TextField({ describe: 'Reason.', max: 500 }) readonly reason!: string;
}
