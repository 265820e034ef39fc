import { IdField, InstantField, IntegerField, JsonField, TextField } from '../../platform/http/fields.js';

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
  @TextField({ describe: 'Unit.', nullable: true, example: '吨' }) readonly unit!: string | null;
  @InstantField({ describe: 'When it was entered.' }) readonly createdAt!: Date;
  @JsonField({ describe: 'Values of custom fields by code; see `/custom-fields`.' }) readonly custom!: Record<
    string,
    unknown
  >;
  @IntegerField({ describe: 'Version.', example: 1 }) readonly version!: number;
}

export class CategoryDto {
  @IdField({ describe: 'Category id.' }) readonly id!: string;
  @TextField({ describe: 'Name.' }) readonly name!: string;
  @IdField({ describe: 'Category above.', nullable: true }) readonly parentId!: string | null;
  @TextField({ describe: 'Name of the category above.', nullable: true }) readonly parentName!: string | null;
}

export class BrandDto {
  @IdField({ describe: 'Brand id.' }) readonly id!: string;
  @TextField({ describe: 'Name.' }) readonly name!: string;
}
