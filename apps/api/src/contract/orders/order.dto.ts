import {
  DateField,
  IdField,
  IntegerField,
  JsonField,
  MoneyField,
  NestedField,
  QuantityField,
  RateField,
  TextField,
} from '../../platform/http/fields.js';

export class OrderDto {
  @IdField({ describe: 'Order id.' }) readonly id!: string;
  @TextField({ describe: 'Order number.', example: 'CN-2017-1973789' }) readonly number!: string;
  @IdField({ describe: 'Customer.' }) readonly customerId!: string;
  @TextField({ describe: 'Name of the customer.' }) readonly customerName!: string;
  @DateField({ describe: 'Day of the order.' }) readonly orderedOn!: string;
  @DateField({ describe: 'Day of shipping.', nullable: true }) readonly shippedOn!: string | null;
  @TextField({ describe: 'Way of shipping.', nullable: true, example: '标准级' }) readonly shipMode!:
    string | null;
  @TextField({ describe: 'Province it goes to.', nullable: true }) readonly province!: string | null;
  @TextField({ describe: 'City it goes to.', nullable: true }) readonly city!: string | null;
  @TextField({ describe: 'Sales territory.', nullable: true }) readonly territoryName!: string | null;
  @IntegerField({ describe: 'Lines.' }) readonly lineCount!: number;
  @QuantityField({ describe: 'Quantity over all lines.' }) readonly quantity!: string;
  @MoneyField({ describe: 'Sales, CNY.' }) readonly salesAmount!: string;
  @MoneyField({
    describe: 'Profit, CNY; missing without the right to see cost.',
    optional: true,
    nullable: true,
  })
  readonly profit?: string | null;
  @JsonField({ describe: 'Values of custom fields by code; see `/custom-fields`.' }) readonly custom!: Record<
    string,
    unknown
  >;
  @IdField({ describe: 'Salesperson whose order it is.', nullable: true }) readonly ownerId!: string | null;
  @IdField({ describe: 'Department of the owner.', nullable: true }) readonly departmentId!: string | null;
  @IntegerField({ describe: 'Version.', example: 1 }) readonly version!: number;
}

export class OrderLineDto {
  @IdField({ describe: 'Line id.' }) readonly id!: string;
  @IntegerField({ describe: 'Line number within the order.' }) readonly lineNumber!: number;
  @IdField({ describe: 'Product.' }) readonly productId!: string;
  @TextField({ describe: 'Product code.' }) readonly productCode!: string;
  @TextField({ describe: 'Product name.' }) readonly productName!: string;
  @TextField({ describe: 'Category.', nullable: true }) readonly category!: string | null;
  @TextField({ describe: 'Sub-category.', nullable: true }) readonly subCategory!: string | null;
  @TextField({ describe: 'Brand.', nullable: true }) readonly brand!: string | null;
  @QuantityField({ describe: 'Quantity.' }) readonly quantity!: string;
  @MoneyField({ describe: 'Sales by quantity, CNY per unit.', nullable: true }) readonly unitPrice!:
    string | null;
  @RateField({ describe: 'Discount.' }) readonly discountRate!: string;
  @TextField({ describe: 'Sales, CNY, four decimals.', example: '129.6960' }) readonly salesAmount!: string;
  @TextField({
    describe: 'Profit, CNY, four decimals; missing without the right to see cost.',
    optional: true,
    nullable: true,
  })
  readonly profit?: string | null;
}

export class OrderWithLinesDto extends OrderDto {
  @NestedField(() => OrderLineDto, { describe: 'Lines.', many: true }) readonly lines!: OrderLineDto[];
}
