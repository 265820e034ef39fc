import {
  IntegerField,
  MoneyField,
  NestedField,
  QuantityField,
  RateField,
} from '../../platform/http/fields.js';

export class YearlySalesDto {
  @IntegerField({ describe: 'Year.', example: 2026 }) readonly year!: number;
  @IntegerField({ describe: 'Orders.' }) readonly orders!: number;
  @QuantityField({ describe: 'Quantity.' }) readonly quantity!: string;
  @MoneyField({ describe: 'Sales, CNY.' }) readonly salesAmount!: string;
  @MoneyField({ describe: 'Profit, CNY; missing without the right to see cost.', optional: true })
  readonly profit?: string;
  @RateField({
    describe: 'Profit by sales; missing without the right to see cost.',
    optional: true,
    nullable: true,
  })
  readonly margin?: string | null;
}

export class YearlySalesListDto {
  @NestedField(() => YearlySalesDto, { describe: 'One entry a year, newest first.', many: true })
  readonly items!: YearlySalesDto[];
}
