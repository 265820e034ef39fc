import {
  DateField,
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  NestedField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';

/** Ways of asking a price table: by product, by category, by brand, for other days, for changes, across tables. */
export const PRICE_QUERY_WAYS = ['product', 'category', 'brand', 'date', 'change', 'across'] as const;
export type PriceQueryWay = (typeof PRICE_QUERY_WAYS)[number];

export class PriceTableKindDto {
  @IdField({ describe: 'Kind id.' }) readonly id!: string;
  @TextField({ describe: 'Code.', example: 'outbound' }) readonly code!: string;
  @TextField({ describe: 'Chinese name.', example: '外运价格表' }) readonly labelZh!: string;
  @TextField({ describe: 'English name.' }) readonly labelEn!: string;
  @FlagField({ describe: 'Came with the product.' }) readonly isBuiltIn!: boolean;
  @EnumField({
    describe: 'How a role may ask such tables while no rule was set for it.',
    values: PRICE_QUERY_WAYS,
    many: true,
  })
  readonly defaultWays!: PriceQueryWay[];
  @IntegerField({ describe: 'Tables of this kind.' }) readonly tables!: number;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
}

export class CreatePriceTableKindDto {
  @TextField({ describe: 'Code, never changed later.', pattern: /^[a-z][a-z0-9-]*$/, max: 40 })
  readonly code!: string;
  @TextField({ describe: 'Chinese name.', max: 40 }) readonly labelZh!: string;
  @TextField({ describe: 'English name.', max: 40 }) readonly labelEn!: string;
  @EnumField({
    describe: 'How a role may ask such tables while no rule was set for it.',
    values: PRICE_QUERY_WAYS,
    many: true,
    optional: true,
  })
  readonly defaultWays?: PriceQueryWay[];
}

export class ChangePriceTableKindDto {
  @TextField({ describe: 'Chinese name.', optional: true, max: 40 }) readonly labelZh?: string;
  @TextField({ describe: 'English name.', optional: true, max: 40 }) readonly labelEn?: string;
  @EnumField({
    describe: 'How a role may ask such tables while no rule was set for it.',
    values: PRICE_QUERY_WAYS,
    many: true,
    optional: true,
  })
  readonly defaultWays?: PriceQueryWay[];
}

/** One group of customers: all conditions given must hold; a single customer stands alone. */
export class PriceTableAudienceDto {
  @IdField({ describe: 'One customer.', optional: true, nullable: true }) readonly customerId?: string | null;
  @TextField({ describe: 'Name of the customer; only in answers.', optional: true, nullable: true })
  readonly customerName?: string | null;
  @TextField({ describe: 'Customer class.', optional: true, nullable: true, max: 60 })
  readonly customerClass?: string | null;
  @IdField({ describe: 'Sales territory.', optional: true, nullable: true }) readonly territoryId?:
    string | null;
  @TextField({ describe: 'Name of the territory; only in answers.', optional: true, nullable: true })
  readonly territoryName?: string | null;
  @TextField({ describe: 'Province.', optional: true, nullable: true, max: 60 }) readonly province?:
    string | null;
}

export class PriceTableDto {
  @IdField({ describe: 'Price table id.' }) readonly id!: string;
  @TextField({ describe: 'Name.', example: '地销价格表 2026' }) readonly name!: string;
  @TextField({ describe: 'Code of its kind.', example: 'local' }) readonly kind!: string;
  @TextField({ describe: 'Chinese name of its kind.' }) readonly kindLabelZh!: string;
  @TextField({ describe: 'English name of its kind.' }) readonly kindLabelEn!: string;
  @TextField({ describe: 'Currency.', example: 'CNY' }) readonly currency!: string;
  @FlagField({ describe: 'Prices include value added tax.' }) readonly taxIncluded!: boolean;
  @IntegerField({ describe: 'Asked before tables that fit as well and have less.', least: -100, most: 100 })
  readonly priority!: number;
  @DateField({ describe: 'Prices nobody from this day on.', nullable: true }) readonly retiredOn!:
    string | null;
  @TextField({ describe: 'Note.', nullable: true, max: 2000 }) readonly note!: string | null;
  @NestedField(() => PriceTableAudienceDto, {
    describe: 'Whom it is for, any of these; everybody when empty.',
    many: true,
  })
  readonly audiences!: PriceTableAudienceDto[];
  @IntegerField({ describe: 'Products with a price today.' }) readonly products!: number;
  @EnumField({ describe: 'Ways in which you may ask it.', values: PRICE_QUERY_WAYS, many: true })
  readonly ways!: PriceQueryWay[];
  @InstantField({ describe: 'When it was set up.' }) readonly createdAt!: Date;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

class PriceTableInputDto {
  @FlagField({ describe: 'Prices include value added tax.', optional: true }) readonly taxIncluded?: boolean;
  @IntegerField({
    describe: 'Asked before tables that fit as well and have less.',
    optional: true,
    least: -100,
    most: 100,
  })
  readonly priority?: number;
  @TextField({ describe: 'Note.', optional: true, nullable: true, max: 2000 }) readonly note?: string | null;
  @NestedField(() => PriceTableAudienceDto, {
    describe: 'Whom it is for, any of these; everybody when empty.',
    optional: true,
    many: true,
    most: 500,
  })
  readonly audiences?: PriceTableAudienceDto[];
}

export class CreatePriceTableDto extends PriceTableInputDto {
  @TextField({ describe: 'Name.', max: 80 }) readonly name!: string;
  @TextField({ describe: 'Code of its kind.', max: 40, example: 'local' }) readonly kind!: string;
  @TextField({
    describe: 'Currency, CNY if left out.',
    optional: true,
    pattern: /^[A-Z]{3}$/,
    max: 3,
    example: 'CNY',
  })
  readonly currency?: string;
}

export class ChangePriceTableDto extends PriceTableInputDto {
  @TextField({ describe: 'Name.', optional: true, max: 80 }) readonly name?: string;
  @DateField({ describe: 'Prices nobody from this day on.', optional: true, nullable: true })
  readonly retiredOn?: string | null;
}

/** Who sees which tables: a role of ours or a class of customers, a kind or one table of it, and in which ways. */
export class PriceAccessRuleDto {
  @IdField({ describe: 'Role of ours.', optional: true, nullable: true }) readonly roleId?: string | null;
  @TextField({ describe: 'Name of the role; only in answers.', optional: true, nullable: true })
  readonly roleName?: string | null;
  @TextField({ describe: 'Class of customers.', optional: true, nullable: true, max: 60 })
  readonly customerClass?: string | null;
  @TextField({ describe: 'Kind of price tables.', max: 40, example: 'local' }) readonly kind!: string;
  @IdField({ describe: 'One table of this kind; all when null.', optional: true, nullable: true })
  readonly tableId?: string | null;
  @EnumField({ describe: 'Ways of asking.', values: PRICE_QUERY_WAYS, many: true })
  readonly ways!: PriceQueryWay[];
}

export class PriceAccessRulesDto {
  @NestedField(() => PriceAccessRuleDto, { describe: 'All rules.', many: true })
  readonly items!: PriceAccessRuleDto[];
}

class PriceReadingRoleDto {
  @IdField({ describe: 'Role id.' }) readonly id!: string;
  @TextField({ describe: 'Name.' }) readonly name!: string;
  @FlagField({ describe: 'Sees every table in every way, because it keeps the tables.' })
  readonly seesAll!: boolean;
}

/** The rules, with the roles that may query prices at all. */
export class PriceAccessDto extends PriceAccessRulesDto {
  @NestedField(() => PriceReadingRoleDto, { describe: 'Roles that may query prices.', many: true })
  readonly roles!: PriceReadingRoleDto[];
}
