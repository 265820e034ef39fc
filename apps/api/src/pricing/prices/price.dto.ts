import {
  DateField,
  FlagField,
  IdField,
  PriceField,
  QuantityField,
  RateField,
  TextField,
} from '../../platform/http/fields.js';

export class PriceDto {
  @IdField({ describe: 'Price id.' }) readonly id!: string;
  @IdField({ describe: 'Price table.' }) readonly tableId!: string;
  @TextField({ describe: 'Name of the table.' }) readonly tableName!: string;
  @TextField({ describe: 'Code of its kind.' }) readonly kind!: string;
  @TextField({ describe: 'Currency.', example: 'CNY' }) readonly currency!: string;
  @FlagField({ describe: 'Includes value added tax.' }) readonly taxIncluded!: boolean;
  @IdField({ describe: 'Product.' }) readonly productId!: string;
  @TextField({ describe: 'Product code.' }) readonly productCode!: string;
  @TextField({ describe: 'Name of the product.' }) readonly productName!: string;
  @TextField({ describe: 'Specification.', nullable: true }) readonly specification!: string | null;
  @TextField({ describe: 'Category.', nullable: true }) readonly categoryName!: string | null;
  @TextField({ describe: 'Brand.', nullable: true }) readonly brandName!: string | null;
  @TextField({ describe: 'Unit; empty for a product without one.', min: 0 }) readonly unit!: string;
  @QuantityField({ describe: 'From this quantity on.' }) readonly minQuantity!: string;
  @PriceField({ describe: 'Price per unit.' }) readonly price!: string;
  @PriceField({ describe: 'Lowest price without special consent.', nullable: true }) readonly floorPrice!:
    string | null;
  @PriceField({ describe: 'The price before this one.', nullable: true }) readonly before!: string | null;
  @RateField({
    describe: 'Margin before freight on the price without tax; missing without the right to see cost.',
    optional: true,
    nullable: true,
  })
  readonly margin?: string | null;
  @DateField({ describe: 'First day.' }) readonly validFrom!: string;
  @DateField({ describe: 'Last day; open when null.', nullable: true }) readonly validTo!: string | null;
  @IdField({ describe: 'Revision that made it.' }) readonly revisionId!: string;
  @TextField({ describe: 'Number of the revision.' }) readonly revisionNumber!: string;
}
