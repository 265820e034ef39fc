import {
  DateField,
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  MoneyField,
  NestedField,
  QuantityField,
  RateField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { OPPORTUNITY_STATES, type OpportunityState } from './opportunity.entity.js';

/** A sales opportunity, as a row of the list and as one record. */
export class OpportunityDto {
  @IdField({ describe: 'Opportunity id.' }) readonly id!: string;
  @TextField({ describe: 'Number.', example: 'SJ202600012' }) readonly number!: string;
  @TextField({ describe: 'Name.', example: '融氏食品 木糖醇年度采购' }) readonly name!: string;
  @IdField({ describe: 'Customer; unknown at first perhaps.', nullable: true }) readonly customerId!:
    string | null;
  @TextField({ describe: 'Name of the customer.', nullable: true }) readonly customerName!: string | null;
  @IdField({ describe: 'The contact who counts.', nullable: true }) readonly primaryContactId!: string | null;
  @TextField({ describe: 'Name of that contact.', nullable: true }) readonly primaryContactName!:
    string | null;
  @IdField({ describe: 'Salesperson.', nullable: true }) readonly ownerId!: string | null;
  @TextField({ describe: 'Name of the salesperson.', nullable: true }) readonly ownerName!: string | null;
  @IdField({ describe: 'Department of the owner.', nullable: true }) readonly departmentId!: string | null;
  @IdField({ describe: 'Sales territory.', nullable: true }) readonly territoryId!: string | null;
  @TextField({ describe: 'Name of the territory.', nullable: true }) readonly territoryName!: string | null;
  @IdField({ describe: 'Pipeline.' }) readonly pipelineId!: string;
  @IdField({ describe: 'Stage.' }) readonly stageId!: string;
  @TextField({ describe: 'Name of the stage, Chinese.' }) readonly stageNameZh!: string;
  @TextField({ describe: 'Name of the stage, English.' }) readonly stageNameEn!: string;
  @TextField({ describe: 'Colour of the stage.', nullable: true }) readonly stageColour!: string | null;
  @EnumField({ describe: 'Open, won or lost.', values: OPPORTUNITY_STATES })
  readonly state!: OpportunityState;
  @InstantField({ describe: 'In this stage since.' }) readonly stageSince!: Date;
  @IntegerField({ describe: 'Days in this stage.' }) readonly daysInStage!: number;
  @FlagField({ describe: "Longer in its stage than the stage's norm." }) readonly isStagnant!: boolean;
  @MoneyField({ describe: 'Amount hoped for, in its currency.', nullable: true }) readonly amount!:
    string | null;
  @TextField({ describe: 'Currency, ISO 4217.', example: 'CNY' }) readonly currency!: string;
  @RateField({ describe: 'CNY for one unit of the currency.', example: '1.000000' })
  readonly exchangeRate!: string;
  @MoneyField({ describe: 'Worth in CNY: what was agreed, else what is hoped for.', nullable: true })
  readonly value!: string | null;
  @RateField({ describe: 'Chance of success: its own, else the stage’s.' }) readonly probability!: string;
  @RateField({ describe: 'Its own chance, where one was set.', nullable: true }) readonly ownProbability!:
    string | null;
  @MoneyField({ describe: 'Value by probability, CNY.', nullable: true }) readonly weightedValue!:
    string | null;
  @DateField({ describe: 'Expected close.', nullable: true }) readonly expectedCloseOn!: string | null;
  @DateField({ describe: 'Day it began.', nullable: true }) readonly engagedOn!: string | null;
  @DateField({ describe: 'Day it was won or lost.', nullable: true }) readonly closedOn!: string | null;
  @MoneyField({ describe: 'Value agreed, in its currency.', nullable: true }) readonly closeValue!:
    string | null;
  @TextField({ describe: 'Why it was lost, a code of the dictionary `loss-reason`.', nullable: true })
  readonly lossReason!: string | null;
  @TextField({ describe: 'What else is to say of the loss.', nullable: true }) readonly lossNote!:
    string | null;
  @TextField({
    describe: 'Where it came from, a code of the dictionary `opportunity-source`.',
    nullable: true,
  })
  readonly source!: string | null;
  @TextField({ describe: 'Next step.', nullable: true }) readonly nextStep!: string | null;
  @DateField({ describe: 'Day of the next step.', nullable: true }) readonly nextStepOn!: string | null;
  @TextField({ describe: 'Note.', nullable: true, max: 2000 }) readonly note!: string | null;
  @TextListField({ describe: 'Competitors met, codes of the dictionary `competitor`.' })
  readonly competitors!: string[];
  @TextListField({ describe: 'Names of its products.' }) readonly productNames!: string[];
  @InstantField({ describe: 'When it was entered.' }) readonly createdAt!: Date;
  @InstantField({ describe: 'Last change.' }) readonly updatedAt!: Date;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
  @JsonField({ describe: 'Values of custom fields by code; see `/custom-fields`.' }) readonly custom!: Record<
    string,
    unknown
  >;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

export class OpportunityLineDto {
  @IdField({ describe: 'Line id.' }) readonly id!: string;
  @IdField({ describe: 'Product.' }) readonly productId!: string;
  @TextField({ describe: 'Product code.' }) readonly productCode!: string;
  @TextField({ describe: 'Product name.' }) readonly productName!: string;
  @TextField({ describe: 'Unit.', nullable: true }) readonly unit!: string | null;
  @QuantityField({ describe: 'Quantity.' }) readonly quantity!: string;
  @TextField({ describe: 'Price, four decimals.', nullable: true, example: '129.6960' }) readonly price!:
    string | null;
  @MoneyField({ describe: 'Amount.', nullable: true }) readonly amount!: string | null;
}

export class StageVisitDto {
  @IdField({ describe: 'Entry id.' }) readonly id!: string;
  @IdField({ describe: 'Stage.' }) readonly stageId!: string;
  @TextField({ describe: 'Name of the stage, Chinese.' }) readonly stageNameZh!: string;
  @TextField({ describe: 'Name of the stage, English.' }) readonly stageNameEn!: string;
  @InstantField({ describe: 'Entered.' }) readonly enteredAt!: Date;
  @InstantField({ describe: 'Left.', nullable: true }) readonly leftAt!: Date | null;
  @IntegerField({ describe: 'Days in it, until now where it is still there.' }) readonly days!: number;
  @TextField({ describe: 'Who brought it there.', nullable: true }) readonly enteredByName!: string | null;
  @TextField({ describe: 'What was said with it.', nullable: true }) readonly note!: string | null;
}

export class WholeOpportunityDto extends OpportunityDto {
  @NestedField(() => OpportunityLineDto, { describe: 'Products.', many: true })
  readonly lines!: OpportunityLineDto[];
  @NestedField(() => StageVisitDto, { describe: 'Its way through the stages, oldest first.', many: true })
  readonly stages!: StageVisitDto[];
}
