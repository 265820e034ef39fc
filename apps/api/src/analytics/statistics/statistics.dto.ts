import {
  DateField,
  FlagField,
  IdField,
  IntegerField,
  JsonField,
  MoneyField,
  NestedField,
  QuantityField,
  RateField,
  TextField,
} from '../../platform/http/fields.js';

class SalesMeasuresDto {
  @MoneyField({ describe: 'Sales, CNY.' }) readonly salesAmount!: string;
  @MoneyField({
    describe: 'Profit, CNY; missing without the right to see cost.',
    optional: true,
    nullable: true,
  })
  readonly profit?: string | null;
  @RateField({
    describe: 'Profit by sales; missing without the right to see cost.',
    optional: true,
    nullable: true,
  })
  readonly margin?: string | null;
  @QuantityField({ describe: 'Quantity.' }) readonly quantity!: string;
  @IntegerField({ describe: 'Order lines.' }) readonly lineCount!: number;
  @IntegerField({ describe: 'Orders.' }) readonly orderCount!: number;
  @IntegerField({ describe: 'Customers.' }) readonly customerCount!: number;
}

export class SalesFigureDto extends SalesMeasuresDto {
  @JsonField({
    describe: 'Value of each grouping dimension; null where there is none.',
    example: { year: '2017', category: '家具' },
  })
  readonly keys!: Record<string, string | null>;
}

export class SalesStatisticsDto {
  @NestedField(() => SalesFigureDto, {
    describe: 'One row a group; time upwards, else by sales downwards.',
    many: true,
  })
  readonly rows!: SalesFigureDto[];
  @NestedField(() => SalesMeasuresDto, { describe: 'Over all that the filter leaves, rounded once.' })
  readonly totals!: SalesMeasuresDto;
  @FlagField({ describe: 'True when there were more groups than are given.' }) readonly isCut!: boolean;
}

export class SalesLineDto {
  @IdField({ describe: 'Order line.' }) readonly id!: string;
  @IdField({ describe: 'Order.' }) readonly orderId!: string;
  @TextField({ describe: 'Order number.' }) readonly orderNumber!: string;
  @DateField({ describe: 'Day of the order.' }) readonly orderedOn!: string;
  @IdField({ describe: 'Customer.' }) readonly customerId!: string;
  @TextField({ describe: 'Name of the customer.' }) readonly customerName!: string;
  @TextField({ describe: 'Customer class.', nullable: true }) readonly customerClass!: string | null;
  @TextField({ describe: 'Territory.', nullable: true }) readonly territory!: string | null;
  @TextField({ describe: 'Territory manager.', nullable: true }) readonly manager!: string | null;
  @TextField({ describe: 'Product code.' }) readonly productCode!: string;
  @TextField({ describe: 'Product name.' }) readonly productName!: string;
  @TextField({ describe: 'Category.', nullable: true }) readonly category!: string | null;
  @TextField({ describe: 'Sub-category.', nullable: true }) readonly subCategory!: string | null;
  @TextField({ describe: 'Brand.', nullable: true }) readonly brand!: string | null;
  @QuantityField({ describe: 'Quantity.' }) readonly quantity!: string;
  @RateField({ describe: 'Discount.' }) readonly discountRate!: string;
  @TextField({ describe: 'Sales, CNY, four decimals.', example: '129.6960' }) readonly salesAmount!: string;
  @TextField({
    describe: 'Profit, CNY, four decimals; missing without the right to see cost.',
    optional: true,
    nullable: true,
  })
  readonly profit?: string | null;
}
