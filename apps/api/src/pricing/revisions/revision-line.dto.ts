import {
  DateField,
  EnumField,
  FlagField,
  IdField,
  IntegerField,
  NestedField,
  PriceField,
  QuantityField,
  RateField,
  TextField,
} from '../../platform/http/fields.js';

export class PriceRevisionLineDto {
  @IdField({ describe: 'Line id.' }) readonly id!: string;
  @IdField({ describe: 'Price table.' }) readonly tableId!: string;
  @TextField({ describe: 'Name of the table.' }) readonly tableName!: string;
  @TextField({ describe: 'Currency.', example: 'CNY' }) readonly currency!: string;
  @IdField({ describe: 'Product.' }) readonly productId!: string;
  @TextField({ describe: 'Product code.' }) readonly productCode!: string;
  @TextField({ describe: 'Name of the product.' }) readonly productName!: string;
  @TextField({ describe: 'Specification.', nullable: true }) readonly specification!: string | null;
  @TextField({ describe: 'Category.', nullable: true }) readonly categoryName!: string | null;
  @TextField({ describe: 'Unit; empty for a product without one.', min: 0 }) readonly unit!: string;
  @QuantityField({ describe: 'From this quantity on.' }) readonly minQuantity!: string;
  @PriceField({ describe: 'New price; null ends the old one.', nullable: true }) readonly price!:
    string | null;
  @PriceField({ describe: 'New floor price.', nullable: true }) readonly floorPrice!: string | null;
  @PriceField({ describe: 'Price until then.', nullable: true }) readonly oldPrice!: string | null;
  @PriceField({ describe: 'Floor price until then.', nullable: true }) readonly oldFloorPrice!: string | null;
  @PriceField({ describe: 'New less old.', nullable: true }) readonly change!: string | null;
  @RateField({ describe: 'Change by the old price.', nullable: true }) readonly changeRate!: string | null;
  @FlagField({ describe: 'Ten times, or a tenth of, the old price.' }) readonly isUnusual!: boolean;
  @PriceField({
    describe: 'Cost on the day it takes effect; missing without the right to see cost.',
    optional: true,
    nullable: true,
  })
  readonly cost?: string | null;
  @RateField({
    describe: 'Margin of the new price without tax; missing without the right to see cost.',
    optional: true,
    nullable: true,
  })
  readonly margin?: string | null;
  @PriceField({ describe: "Lowest of the competitors' latest prices.", nullable: true })
  readonly competitorPrice!: string | null;
  @TextField({ describe: 'Note.', nullable: true, max: 500 }) readonly note!: string | null;
}

export class PutRevisionLineDto {
  @IdField({ describe: 'Price table.' }) readonly tableId!: string;
  @IdField({ describe: 'Product.' }) readonly productId!: string;
  @TextField({ describe: "Unit; the product's own if left out.", optional: true, max: 20 })
  readonly unit?: string;
  @QuantityField({ describe: 'From this quantity on; 0 if left out.', optional: true, example: '0.000' })
  readonly minQuantity?: string;
  @PriceField({ describe: 'New price; null ends the old one.', nullable: true }) readonly price!:
    string | null;
  @PriceField({ describe: 'Floor price.', optional: true, nullable: true }) readonly floorPrice?:
    string | null;
  @TextField({ describe: 'Note.', optional: true, nullable: true, max: 500 }) readonly note?: string | null;
}

export class PutRevisionLinesDto {
  @NestedField(() => PutRevisionLineDto, { describe: 'Lines, added or replaced.', many: true, most: 1000 })
  readonly lines!: PutRevisionLineDto[];
}

export class RemoveRevisionLinesDto {
  @IdField({ describe: 'Lines to take out.', many: true }) readonly ids!: string[];
}

export const ADJUSTMENT_METHODS = ['percent', 'amount', 'copy'] as const;
export type AdjustmentMethod = (typeof ADJUSTMENT_METHODS)[number];
export const ROUNDING_MODES = ['half-up', 'up', 'down'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];
/** To what a price is rounded, CNY. */
export const ROUNDING_STEPS = ['0.0001', '0.01', '0.1', '0.5', '1', '5', '10'] as const;

/** Prices of many goods at once: by percent or amount over a filter, or copied from a table and day. */
export class AdjustPricesDto {
  @EnumField({ describe: 'How the new price is made of the old one.', values: ADJUSTMENT_METHODS })
  readonly method!: AdjustmentMethod;
  @PriceField({
    describe: 'Percent as a rate (`0.03` is 3 %), or the amount; 0 copies unchanged.',
    example: '0.03',
  })
  readonly value!: string;
  @EnumField({
    describe: 'To what it is rounded; to the fen if left out.',
    values: ROUNDING_STEPS,
    optional: true,
  })
  readonly roundTo?: (typeof ROUNDING_STEPS)[number];
  @EnumField({ describe: 'Which way; half up if left out.', values: ROUNDING_MODES, optional: true })
  readonly rounding?: RoundingMode;
  @FlagField({ describe: 'Floor prices move the same way; true if left out.', optional: true })
  readonly alsoFloor?: boolean;
  @IdField({ describe: 'Tables whose prices are the old ones.', many: true }) readonly tableIds!: string[];
  @DateField({
    describe: 'Day of the old prices; the day before it takes effect if left out.',
    optional: true,
  })
  readonly on?: string;
  @IdField({ describe: 'Table that gets the copies; only for `copy`.', optional: true })
  readonly targetTableId?: string;
  @IdField({ describe: 'Only these categories and those below.', optional: true, many: true })
  readonly categoryIds?: string[];
  @IdField({ describe: 'Only these brands.', optional: true, many: true }) readonly brandIds?: string[];
  @IdField({ describe: 'Only these products.', optional: true, many: true }) readonly productIds?: string[];
}

export class AdjustedDto {
  @IntegerField({ describe: 'Lines added or replaced.' }) readonly lines!: number;
}
