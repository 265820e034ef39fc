import { IdField, IntegerField, NestedField, PriceField, TextField } from '../../platform/http/fields.js';

export class CategoryDto {
  @IdField({ describe: 'Category id.' }) readonly id!: string;
  @TextField({ describe: 'Name.' }) readonly name!: string;
  @IdField({ describe: 'Category above.', nullable: true }) readonly parentId!: string | null;
  @TextField({ describe: 'Name of the category above.', nullable: true }) readonly parentName!: string | null;
  @IntegerField({ describe: 'Products in it, those of categories below not counted.' })
  readonly products!: number;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
}

export class CreateCategoryDto {
  @TextField({ describe: 'Name.', max: 60 }) readonly name!: string;
  @IdField({ describe: 'Category above.', optional: true, nullable: true }) readonly parentId?: string | null;
}

export class ChangeCategoryDto {
  @TextField({ describe: 'Name.', optional: true, max: 60 }) readonly name?: string;
  @IdField({ describe: 'Category above.', optional: true, nullable: true }) readonly parentId?: string | null;
}

export class BrandDto {
  @IdField({ describe: 'Brand id.' }) readonly id!: string;
  @TextField({ describe: 'Name.' }) readonly name!: string;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
}

export class CreateBrandDto {
  @TextField({ describe: 'Name.', max: 60 }) readonly name!: string;
}

export class PriceBandDto {
  @TextField({ describe: 'Name.', max: 40, example: '中价' }) readonly name!: string;
  @PriceField({ describe: 'From this price on.', example: '100.00' }) readonly from!: string;
  @PriceField({
    describe: 'Below this price; none for the highest band.',
    nullable: true,
    example: '1000.00',
  })
  readonly to!: string | null;
}

export class PriceBandsDto {
  @NestedField(() => PriceBandDto, { describe: 'Bands, lowest first.', many: true, most: 20 })
  readonly items!: PriceBandDto[];
}
