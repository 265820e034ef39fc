import { DateField, IdField, PriceField, TextField } from '../../platform/http/fields.js';

export class ProductCostDto {
  @IdField({ describe: 'Id.' }) readonly id!: string;
  @PriceField({ describe: "Cost per the product's own unit before tax, CNY." }) readonly cost!: string;
  @DateField({ describe: 'First day.' }) readonly validFrom!: string;
  @DateField({ describe: 'Last day; open when null.', nullable: true }) readonly validTo!: string | null;
  @TextField({ describe: 'Note.', nullable: true, max: 500 }) readonly note!: string | null;
}

export class RecordCostDto {
  @PriceField({ describe: "Cost per the product's own unit before tax, CNY." }) readonly cost!: string;
  @DateField({ describe: 'First day; the cost before ends the day before.' }) readonly validFrom!: string;
  @TextField({ describe: 'Note.', optional: true, nullable: true, max: 500 }) readonly note?: string | null;
}

export class CompetitorPriceDto {
  @IdField({ describe: 'Id.' }) readonly id!: string;
  @TextField({ describe: 'Who asks it.', max: 120 }) readonly competitor!: string;
  @PriceField({ describe: "Price per the product's own unit." }) readonly price!: string;
  @TextField({ describe: 'Currency.', example: 'CNY' }) readonly currency!: string;
  @DateField({ describe: 'Day on which it was heard.' }) readonly observedOn!: string;
  @TextField({ describe: 'Note.', nullable: true, max: 500 }) readonly note!: string | null;
}

export class RecordCompetitorPriceDto {
  @TextField({ describe: 'Who asks it.', max: 120 }) readonly competitor!: string;
  @PriceField({ describe: "Price per the product's own unit." }) readonly price!: string;
  @TextField({ describe: 'Currency.', optional: true, pattern: /^[A-Z]{3}$/, max: 3, example: 'CNY' })
  readonly currency?: string;
  @DateField({ describe: 'Day on which it was heard.' }) readonly observedOn!: string;
  @TextField({ describe: 'Note.', optional: true, nullable: true, max: 500 }) readonly note?: string | null;
}
