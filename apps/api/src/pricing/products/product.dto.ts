import {
  DateField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  NestedField,
  PriceField,
  RateField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';

export class ProductDto {
  @IdField({ describe: 'Product id.' }) readonly id!: string;
  @TextField({
    describe: 'Product code; with the name it identifies the product.',
    example: '办公用-信封-10004832',
  })
  readonly code!: string;
  @TextField({ describe: 'Name.', example: 'GlobeWeis 搭扣信封, 红色' }) readonly name!: string;
  @IdField({ describe: 'Category, the most special one.', nullable: true }) readonly categoryId!:
    string | null;
  @TextField({ describe: 'Name of the category.', nullable: true }) readonly categoryName!: string | null;
  @TextField({ describe: 'Name of the category above.', nullable: true }) readonly parentCategoryName!:
    string | null;
  @IdField({ describe: 'Brand.', nullable: true }) readonly brandId!: string | null;
  @TextField({ describe: 'Name of the brand.', nullable: true }) readonly brandName!: string | null;
  @TextField({ describe: 'Specification.', nullable: true }) readonly specification!: string | null;
  @TextField({ describe: 'Own unit, in which stock and cost are kept.', nullable: true, example: '吨' })
  readonly unit!: string | null;
  @RateField({ describe: 'Value added tax rate, 0.13 is 13 %.', example: '0.1300' })
  readonly taxRate!: string;
  @DateField({ describe: 'Offered no more since this day.', nullable: true }) readonly withdrawnOn!:
    string | null;
  @TextField({ describe: 'Note.', nullable: true, max: 2000 }) readonly note!: string | null;
  @PriceField({
    describe: "Today's cost per own unit before tax, CNY; missing without the right to see cost.",
    optional: true,
    nullable: true,
  })
  readonly cost?: string | null;
  @InstantField({ describe: 'When it was entered.' }) readonly createdAt!: Date;
  @JsonField({ describe: 'Values of custom fields by code; see `/custom-fields`.' }) readonly custom!: Record<
    string,
    unknown
  >;
  @IntegerField({ describe: 'Version.', example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

class ProductInputDto {
  @IdField({ describe: 'Category, the most special one.', optional: true, nullable: true })
  readonly categoryId?: string | null;
  @IdField({ describe: 'Brand.', optional: true, nullable: true }) readonly brandId?: string | null;
  @TextField({ describe: 'Specification.', optional: true, nullable: true, max: 200 })
  readonly specification?: string | null;
  @TextField({ describe: 'Own unit.', optional: true, nullable: true, max: 20, example: '吨' })
  readonly unit?: string | null;
  @RateField({ describe: 'Value added tax rate.', optional: true, example: '0.1300' })
  readonly taxRate?: string;
  @TextField({ describe: 'Note.', optional: true, nullable: true, max: 2000 }) readonly note?: string | null;
  @JsonField({
    describe: 'Values of custom fields by code; null clears, what is left out stays.',
    optional: true,
  })
  readonly custom?: Record<string, unknown>;
}

export class CreateProductDto extends ProductInputDto {
  @TextField({ describe: 'Code; given by the system if left out.', optional: true, max: 80 })
  readonly code?: string;
  @TextField({ describe: 'Name.', max: 200 }) readonly name!: string;
}

export class ChangeProductDto extends ProductInputDto {
  @TextField({ describe: 'Code.', optional: true, max: 80 }) readonly code?: string;
  @TextField({ describe: 'Name.', optional: true, max: 200 }) readonly name?: string;
  @FlagField({ describe: 'True offers it no more from today on, false offers it again.', optional: true })
  readonly isWithdrawn?: boolean;
}

export class ProductUnitDto {
  @TextField({ describe: 'Unit.', max: 20, example: '车' }) readonly unit!: string;
  @PriceField({ describe: "How many of the product's own unit one of this is.", example: '60.000000' })
  readonly factor!: string;
}

export class ProductUnitsDto {
  @NestedField(() => ProductUnitDto, { describe: 'Other units it is sold in.', many: true, most: 30 })
  readonly items!: ProductUnitDto[];
}
