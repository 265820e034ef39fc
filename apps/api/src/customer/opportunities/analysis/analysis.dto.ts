import {
  IdField,
  IntegerField,
  JsonField,
  MoneyField,
  NestedField,
  RateField,
  TextField,
} from '../../../platform/http/fields.js';
import type { AnalysisKey } from './analysis-query.js';

export class StageTotalDto {
  @IdField({ describe: 'Stage.' }) readonly stageId!: string;
  @IntegerField({ describe: 'Deals in it.' }) readonly count!: number;
  @MoneyField({ describe: 'Their value, CNY.' }) readonly value!: string;
  @MoneyField({ describe: 'Their value by probability, CNY.' }) readonly weightedValue!: string;
}

class KeysDto {
  @JsonField({
    describe: 'Of each angle asked for: id by which the list filters, and name; null where there is none.',
    example: { owner: { id: '0198f2c4-7a10-7c31-9d0e-3f6a5b8c2d11', name: '李娜' } },
  })
  readonly keys!: Record<string, AnalysisKey>;
}

export class FunnelStageDto {
  @IdField({ describe: 'Stage.' }) readonly stageId!: string;
  @TextField({ describe: 'Name, Chinese.' }) readonly nameZh!: string;
  @TextField({ describe: 'Name, English.' }) readonly nameEn!: string;
  @TextField({ describe: 'Colour.', nullable: true }) readonly colour!: string | null;
  @TextField({ describe: 'Open, won or lost.', example: 'open' }) readonly kind!: string;
  @IntegerField({ describe: 'Deals that reached it or passed it.' }) readonly reached!: number;
  @MoneyField({ describe: 'Their value, CNY.' }) readonly value!: string;
  @RateField({
    describe: 'Of those that reached the stage before, how many reached this one.',
    nullable: true,
  })
  readonly conversion!: string | null;
  @RateField({ describe: 'Days spent in it on average; null where none was in it.', nullable: true })
  readonly averageDays!: string | null;
}

export class FunnelDto extends KeysDto {
  @IntegerField({ describe: 'Deals in all.' }) readonly count!: number;
  @NestedField(() => FunnelStageDto, { describe: 'Stages in their order, then won and lost.', many: true })
  readonly stages!: FunnelStageDto[];
}

export class SuccessDto extends KeysDto {
  @IntegerField({ describe: 'Won.' }) readonly won!: number;
  @IntegerField({ describe: 'Lost.' }) readonly lost!: number;
  @RateField({ describe: 'Won by won and lost.', nullable: true }) readonly rate!: string | null;
  @MoneyField({ describe: 'Value won, CNY.' }) readonly wonValue!: string;
  @RateField({ describe: 'Days from beginning to success on average.', nullable: true })
  readonly averageDays!: string | null;
}

export class LossDto extends KeysDto {
  @IntegerField({ describe: 'Lost deals.' }) readonly count!: number;
  @MoneyField({ describe: 'What they were hoped to bring, CNY.' }) readonly value!: string;
}

export class ForecastDto extends KeysDto {
  @TextField({ describe: 'Month of the expected close, `overdue` or `none`.', example: '2026-12' })
  readonly period!: string;
  @IntegerField({ describe: 'Open deals.' }) readonly count!: number;
  @MoneyField({ describe: 'Their value, CNY.' }) readonly value!: string;
  @MoneyField({ describe: 'Their value by probability, CNY.' }) readonly weightedValue!: string;
  @MoneyField({ describe: 'Value won in that month already, CNY.' }) readonly wonValue!: string;
}
