import {
  DateField,
  FlagField,
  IdField,
  JsonField,
  NestedField,
  PriceField,
  QuantityField,
  RateField,
  TextField,
} from '../../platform/http/fields.js';

export class ResolveLineDto {
  @IdField({ describe: 'Product.' }) readonly productId!: string;
  @QuantityField({ describe: 'Quantity in the unit asked for.', example: '60.000' })
  readonly quantity!: string;
  @TextField({ describe: "Unit; the product's own if left out.", optional: true, max: 20, example: '吨' })
  readonly unit?: string;
  @PriceField({ describe: 'Price that is offered or asked, to be compared.', optional: true })
  readonly askedPrice?: string;
}

export class ResolvePricesDto {
  @IdField({ describe: 'Customer.' }) readonly customerId!: string;
  @DateField({ describe: 'Day of the price; today if left out.', optional: true }) readonly on?: string;
  @TextField({
    describe: 'Kind of the contract, a code of `/price-table-kinds`.',
    max: 40,
    example: 'local',
  })
  readonly contractKind!: string;
  @TextField({
    describe: 'Currency, CNY if left out.',
    optional: true,
    pattern: /^[A-Z]{3}$/,
    max: 3,
    example: 'CNY',
  })
  readonly currency?: string;
  @NestedField(() => ResolveLineDto, { describe: 'Lines, at most 500.', many: true, most: 500 })
  readonly lines!: ResolveLineDto[];
}

/** One step of the way from the tables to the price. */
export class PriceRuleStepDto {
  @TextField({ describe: 'Stable code of the step.', example: 'pricing.rule.customer-class' })
  readonly code!: string;
  @JsonField({ describe: 'Values for its sentence.' }) readonly params!: Record<string, unknown>;
  @TextField({ describe: 'The step in words, in the language of the caller.' }) readonly text!: string;
}

export class PriceDeviationDto {
  @PriceField({ describe: 'Asked price less the resolved one.', example: '-20.00' }) readonly amount!: string;
  @RateField({ describe: 'The same by the resolved price.', nullable: true }) readonly rate!: string | null;
  @FlagField({ describe: 'Below the floor price: takes a recorded deviation.' })
  readonly isBelowFloor!: boolean;
}

export class ResolvedLineDto {
  @IdField({ describe: 'Product.' }) readonly productId!: string;
  @QuantityField({ describe: 'Quantity asked for.' }) readonly quantity!: string;
  @TextField({ describe: 'Unit asked for.', min: 0 }) readonly unit!: string;
  @PriceField({ describe: 'Price per unit; null where no table has one.', nullable: true })
  readonly price!: string | null;
  @PriceField({ describe: 'Price of the table before any promotion.', nullable: true })
  readonly tablePrice!: string | null;
  @PriceField({ describe: 'Lowest price without special consent.', nullable: true }) readonly floorPrice!:
    string | null;
  @TextField({ describe: 'Currency.', example: 'CNY' }) readonly currency!: string;
  @FlagField({ describe: 'Includes value added tax.', nullable: true }) readonly taxIncluded!: boolean | null;
  @RateField({ describe: 'Value added tax rate of the product.' }) readonly taxRate!: string;
  @IdField({ describe: 'Price that answered.', nullable: true }) readonly priceId!: string | null;
  @IdField({ describe: 'Its table.', nullable: true }) readonly tableId!: string | null;
  @TextField({ describe: 'Name of the table.', nullable: true }) readonly tableName!: string | null;
  @IdField({ describe: 'Revision that made it.', nullable: true }) readonly revisionId!: string | null;
  @TextField({ describe: 'Number of the revision.', nullable: true }) readonly revisionNumber!: string | null;
  @IdField({ describe: 'Promotion applied.', nullable: true }) readonly promotionId!: string | null;
  @NestedField(() => PriceRuleStepDto, { describe: 'The way to the price, step by step.', many: true })
  readonly rule!: PriceRuleStepDto[];
  @NestedField(() => PriceDeviationDto, {
    describe: 'How an asked price differs; null without one.',
    nullable: true,
  })
  readonly deviation!: PriceDeviationDto | null;
}

export class ResolvedPricesDto {
  @DateField({ describe: 'Day of the prices.' }) readonly on!: string;
  @NestedField(() => ResolvedLineDto, { describe: 'One answer a line, in the order asked.', many: true })
  readonly lines!: ResolvedLineDto[];
}
