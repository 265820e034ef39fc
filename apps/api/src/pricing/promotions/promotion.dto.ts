import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  PriceField,
  QuantityField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import {
  PROMOTION_METHODS,
  PROMOTION_STATES,
  type PromotionMethod,
  type PromotionState,
} from './promotion.entity.js';

export class PromotionDto {
  @IdField({ describe: 'Promotion id.' }) readonly id!: string;
  @TextField({ describe: 'Name.', example: '冬储优惠' }) readonly name!: string;
  @EnumField({ describe: 'State.', values: PROMOTION_STATES }) readonly state!: PromotionState;
  @DateField({ describe: 'First day.' }) readonly validFrom!: string;
  @DateField({ describe: 'Last day; open when null.', nullable: true }) readonly validTo!: string | null;
  @TextListField({ describe: 'Customer classes it is for.' }) readonly customerClasses!: string[];
  @IdField({ describe: 'Territories it is for.', many: true }) readonly territoryIds!: string[];
  @IdField({ describe: 'Customers it is for.', many: true }) readonly customerIds!: string[];
  @IdField({ describe: 'Products it is on.', many: true }) readonly productIds!: string[];
  @IdField({ describe: 'Categories it is on, with those below.', many: true })
  readonly categoryIds!: string[];
  @IdField({ describe: 'Brands it is on.', many: true }) readonly brandIds!: string[];
  @EnumField({ describe: 'Percent off, amount off, or the price itself.', values: PROMOTION_METHODS })
  readonly method!: PromotionMethod;
  @PriceField({ describe: 'Percent as a rate (`0.05` is 5 %), or CNY per own unit.', example: '0.05' })
  readonly value!: string;
  @QuantityField({ describe: 'From this quantity on, in the own unit.' }) readonly minQuantity!: string;
  @QuantityField({ describe: 'Quantity that may be sold under it in all.', nullable: true })
  readonly totalLimit!: string | null;
  @QuantityField({ describe: 'Quantity that may be sold to one customer.', nullable: true })
  readonly customerLimit!: string | null;
  @QuantityField({ describe: 'Quantity sold under it.' }) readonly used!: string;
  @TextField({ describe: 'Note.', nullable: true, max: 2000 }) readonly note!: string | null;
  @InstantField({ describe: 'When it was entered.' }) readonly createdAt!: Date;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

class PromotionInputDto {
  @DateField({ describe: 'Last day; open when null.', optional: true, nullable: true })
  readonly validTo?: string | null;
  @TextListField({ describe: 'Customer classes it is for.', optional: true, max: 60 })
  readonly customerClasses?: string[];
  @IdField({ describe: 'Territories it is for.', optional: true, many: true })
  readonly territoryIds?: string[];
  @IdField({ describe: 'Customers it is for.', optional: true, many: true }) readonly customerIds?: string[];
  @IdField({ describe: 'Products it is on.', optional: true, many: true }) readonly productIds?: string[];
  @IdField({ describe: 'Categories it is on, with those below.', optional: true, many: true })
  readonly categoryIds?: string[];
  @IdField({ describe: 'Brands it is on.', optional: true, many: true }) readonly brandIds?: string[];
  @QuantityField({ describe: 'From this quantity on, in the own unit.', optional: true })
  readonly minQuantity?: string;
  @QuantityField({ describe: 'Quantity that may be sold under it in all.', optional: true, nullable: true })
  readonly totalLimit?: string | null;
  @QuantityField({ describe: 'Quantity that may be sold to one customer.', optional: true, nullable: true })
  readonly customerLimit?: string | null;
  @TextField({ describe: 'Note.', optional: true, nullable: true, max: 2000 }) readonly note?: string | null;
}

export class CreatePromotionDto extends PromotionInputDto {
  @TextField({ describe: 'Name.', max: 80 }) readonly name!: string;
  @DateField({ describe: 'First day.' }) readonly validFrom!: string;
  @EnumField({ describe: 'Percent off, amount off, or the price itself.', values: PROMOTION_METHODS })
  readonly method!: PromotionMethod;
  @PriceField({ describe: 'Percent as a rate (`0.05` is 5 %), or CNY per own unit.', example: '0.05' })
  readonly value!: string;
}

export class ChangePromotionDto extends PromotionInputDto {
  @TextField({ describe: 'Name.', optional: true, max: 80 }) readonly name?: string;
  @DateField({ describe: 'First day.', optional: true }) readonly validFrom?: string;
  @EnumField({
    describe: 'Percent off, amount off, or the price itself.',
    values: PROMOTION_METHODS,
    optional: true,
  })
  readonly method?: PromotionMethod;
  @PriceField({
    describe: 'Percent as a rate (`0.05` is 5 %), or CNY per own unit.',
    optional: true,
    example: '0.05',
  })
  readonly value?: string;
}
