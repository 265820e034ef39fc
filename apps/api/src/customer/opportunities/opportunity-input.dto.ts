import {
  DateField,
  IdField,
  JsonField,
  MoneyField,
  NestedField,
  QuantityField,
  RateField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';

const left = { optional: true, nullable: true } as const;

export class OpportunityLineInputDto {
  @IdField({ describe: 'Product; each once.' }) readonly productId!: string;
  @QuantityField({ describe: 'Quantity, above 0.', optional: true }) readonly quantity?: string;
  @TextField({
    describe: 'Price for one unit.',
    ...left,
    pattern: /^\d{1,14}(\.\d{1,4})?$/,
    example: '129.6960',
  })
  readonly price?: string | null;
  @MoneyField({ describe: 'Amount; quantity times price where left out.', ...left }) readonly amount?:
    string | null;
}

/** What both adding and changing a deal may say. */
class OpportunityInputDto {
  @IdField({ describe: 'Customer.', ...left }) readonly customerId?: string | null;
  @IdField({ describe: 'Contact of that customer.', ...left }) readonly primaryContactId?: string | null;
  @IdField({ describe: 'Salesperson.', optional: true }) readonly ownerId?: string;
  @IdField({ describe: "Sales territory; the customer's where left out.", ...left }) readonly territoryId?:
    string | null;
  @MoneyField({ describe: 'Amount hoped for; of the lines where left out.', ...left }) readonly amount?:
    string | null;
  @TextField({ describe: 'Currency, ISO 4217.', optional: true, pattern: /^[A-Z]{3}$/, example: 'CNY' })
  readonly currency?: string;
  @RateField({ describe: 'CNY for one unit of the currency.', optional: true, example: '7.130000' })
  readonly exchangeRate?: string;
  @RateField({ describe: 'Own chance of success instead of the stage’s.', ...left })
  readonly ownProbability?: string | null;
  @DateField({ describe: 'Expected close.', ...left }) readonly expectedCloseOn?: string | null;
  @DateField({ describe: 'Day it began.', ...left }) readonly engagedOn?: string | null;
  @TextField({ describe: 'Source, a code of `opportunity-source`.', ...left, max: 60 }) readonly source?:
    string | null;
  @TextField({ describe: 'Next step.', ...left, max: 200 }) readonly nextStep?: string | null;
  @DateField({ describe: 'Day of the next step.', ...left }) readonly nextStepOn?: string | null;
  @TextField({ describe: 'Note.', ...left, max: 2000 }) readonly note?: string | null;
  @NestedField(() => OpportunityLineInputDto, {
    describe: 'All its products.',
    optional: true,
    many: true,
    most: 200,
  })
  readonly lines?: OpportunityLineInputDto[];
  @TextListField({
    describe: 'All competitors met, codes of `competitor`.',
    optional: true,
    max: 60,
    most: 50,
  })
  readonly competitors?: string[];
  @JsonField({
    describe: 'Values of custom fields by code; null clears, what is left out stays.',
    optional: true,
  })
  readonly custom?: Record<string, unknown>;
}

export class CreateOpportunityDto extends OpportunityInputDto {
  @TextField({ describe: 'Name.', max: 120, example: '融氏食品 木糖醇年度采购' }) readonly name!: string;
  @IdField({ describe: 'Stage; the first of the pipeline where left out.', optional: true })
  readonly stageId?: string;
  @IdField({ describe: 'Pipeline; the usual one where left out.', optional: true })
  readonly pipelineId?: string;
}

export class ChangeOpportunityDto extends OpportunityInputDto {
  @TextField({ describe: 'Name.', optional: true, max: 120 }) readonly name?: string;
}

const CHANGES = 'What the stage asks for, changed with the move.';

export class MoveOpportunityDto {
  @IdField({ describe: 'Open stage of the same pipeline, or of another one.' }) readonly stageId!: string;
  @NestedField(() => ChangeOpportunityDto, { describe: CHANGES, optional: true })
  readonly changes?: ChangeOpportunityDto;
}

export class WinOpportunityDto {
  @MoneyField({ describe: 'Value agreed, in its currency; its amount where left out.', optional: true })
  readonly closeValue?: string;
  @DateField({ describe: 'Day it was won; today where left out.', optional: true })
  readonly closedOn?: string;
  @TextField({ describe: 'What is to say of it.', optional: true, max: 500 }) readonly note?: string;
  @NestedField(() => ChangeOpportunityDto, { describe: CHANGES, optional: true })
  readonly changes?: ChangeOpportunityDto;
}

export class LoseOpportunityDto {
  @TextField({ describe: 'Why, a code of the dictionary `loss-reason`.', max: 60, example: 'price' })
  readonly lossReason!: string;
  @TextField({ describe: 'What else is to say of it.', optional: true, max: 500 }) readonly lossNote?: string;
  @DateField({ describe: 'Day it was lost; today where left out.', optional: true })
  readonly closedOn?: string;
  @TextListField({ describe: 'All competitors met.', optional: true, max: 60, most: 50 })
  readonly competitors?: string[];
}

export class ReopenOpportunityDto {
  @TextField({ describe: 'Why it is taken up again.', max: 500 }) readonly reason!: string;
  @IdField({ describe: 'Open stage; where it was lost or won when left out.', optional: true })
  readonly stageId?: string;
}
