import {
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  NestedField,
  RateField,
  TextField,
} from '../../../platform/http/fields.js';
import { STAGE_COLOURS, STAGE_KINDS } from './pipeline.entity.js';
import { STAGE_REQUIREMENTS, type StageRequirement } from './stage-rules.js';

type Colour = (typeof STAGE_COLOURS)[number];

export class PipelineStageDto {
  @IdField({ describe: 'Stage id.' }) readonly id!: string;
  @EnumField({ describe: 'Open, or one of the two ends.', values: STAGE_KINDS })
  readonly kind!: (typeof STAGE_KINDS)[number];
  @TextField({ describe: 'Name, Chinese.', example: '方案报价' }) readonly nameZh!: string;
  @TextField({ describe: 'Name, English.', example: 'Proposal' }) readonly nameEn!: string;
  @RateField({ describe: 'Chance of success.' }) readonly probability!: string;
  @EnumField({ describe: 'Colour.', values: STAGE_COLOURS, nullable: true }) readonly colour!: Colour | null;
  @IntegerField({ describe: 'Days after which a deal has stagnated here.', nullable: true })
  readonly stagnationDays!: number | null;
  @EnumField({ describe: 'What a deal must have to enter.', values: STAGE_REQUIREMENTS, many: true })
  readonly requiredFields!: StageRequirement[];
  @FlagField({ describe: 'May be left out on the way.' }) readonly maySkip!: boolean;
  @FlagField({ describe: 'May be gone back to.' }) readonly mayReturn!: boolean;
  @InstantField({ describe: 'Since when no deal may enter it.', nullable: true })
  readonly retiredAt!: Date | null;
  @IntegerField({ describe: 'Deals that are in it now, over all people.' }) readonly dealCount!: number;
  @IntegerField({ describe: 'Version for `If-Match`.' }) readonly version!: number;
}

export class PipelineDto {
  @IdField({ describe: 'Pipeline id.' }) readonly id!: string;
  @TextField({ describe: 'Name, Chinese.', example: '标准销售流程' }) readonly nameZh!: string;
  @TextField({ describe: 'Name, English.', example: 'Standard sales' }) readonly nameEn!: string;
  @FlagField({ describe: 'New deals go this way unless somebody says otherwise.' })
  readonly isDefault!: boolean;
  @InstantField({ describe: 'Since when no new deal may enter it.', nullable: true })
  readonly retiredAt!: Date | null;
  @IntegerField({ describe: 'Version for `If-Match`.' }) readonly version!: number;
  @NestedField(() => PipelineStageDto, { describe: 'Stages in their order, the two ends last.', many: true })
  readonly stages!: PipelineStageDto[];
}

export class CreatePipelineDto {
  @TextField({ describe: 'Name, Chinese.', max: 60 }) readonly nameZh!: string;
  @TextField({ describe: 'Name, English; as the Chinese where left out.', optional: true, max: 60 })
  readonly nameEn?: string;
}

export class ChangePipelineDto {
  @TextField({ describe: 'Name, Chinese.', optional: true, max: 60 }) readonly nameZh?: string;
  @TextField({ describe: 'Name, English.', optional: true, max: 60 }) readonly nameEn?: string;
  @FlagField({ describe: 'Make it the usual one.', optional: true }) readonly isDefault?: true;
}

export class ChangeStageDto {
  @TextField({ describe: 'Name, Chinese.', optional: true, max: 60 }) readonly nameZh?: string;
  @TextField({ describe: 'Name, English.', optional: true, max: 60 }) readonly nameEn?: string;
  @RateField({ describe: 'Chance of success, 0 to 1; of open stages.', optional: true })
  readonly probability?: string;
  @EnumField({ describe: 'Colour.', values: STAGE_COLOURS, optional: true, nullable: true })
  readonly colour?: Colour | null;
  @IntegerField({
    describe: 'Days after which a deal has stagnated here.',
    optional: true,
    nullable: true,
    least: 1,
    most: 3650,
  })
  readonly stagnationDays?: number | null;
  @EnumField({
    describe: 'What a deal must have to enter.',
    values: STAGE_REQUIREMENTS,
    optional: true,
    many: true,
  })
  readonly requiredFields?: StageRequirement[];
  @FlagField({ describe: 'May be left out on the way.', optional: true }) readonly maySkip?: boolean;
  @FlagField({ describe: 'May be gone back to.', optional: true }) readonly mayReturn?: boolean;
}

export class CreateStageDto extends ChangeStageDto {
  @TextField({ describe: 'Name, Chinese.', max: 60 }) declare readonly nameZh: string;
}

export class RetireStageDto {
  @IdField({ describe: 'Stage that takes the deals that are in it.', optional: true })
  readonly moveTo?: string;
}

export class OrderStagesDto {
  @IdField({ describe: 'Ids of all open stages in the order wanted.', many: true })
  readonly stageIds!: string[];
}
