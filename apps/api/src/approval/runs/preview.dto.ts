import {
  EnumField,
  FlagField,
  IdField,
  IntegerField,
  JsonField,
  NestedField,
  TextField,
} from '../../platform/http/fields.js';
import { STAGE_MODES, type StageMode } from '../flows/flow-definition.js';
import { ApprovalPersonDto } from './approval.dto.js';

export class PreviewApprovalDto {
  @TextField({ describe: 'Kind of document.', max: 60 }) readonly documentType!: string;
  @IdField({ describe: 'The document, as it is saved.' }) readonly documentId!: string;
}

class PreviewStageDto {
  @TextField({ describe: 'Node; key of `choices` on submission.' }) readonly nodeId!: string;
  @TextField({ describe: 'Name.' }) readonly name!: string;
  @EnumField({ describe: '`copy` only tells people.', values: ['stage', 'copy'] })
  readonly kind!: 'stage' | 'copy';
  @EnumField({ describe: 'Mode of a stage.', values: STAGE_MODES, nullable: true })
  readonly mode!: StageMode | null;
  @NestedField(() => ApprovalPersonDto, { describe: 'Who would be asked or told now.', many: true })
  readonly people!: ApprovalPersonDto[];
  @FlagField({ describe: 'The submitter chooses who is asked.' }) readonly isChoice!: boolean;
  @IntegerField({ describe: 'How many she may choose.', nullable: true }) readonly most!: number | null;
  @NestedField(() => ApprovalPersonDto, {
    describe: 'Whom she may choose; null: any active colleague.',
    many: true,
    nullable: true,
  })
  readonly allowed!: ApprovalPersonDto[] | null;
}

/** The way a document would take if it were submitted now. */
export class ApprovalPreviewDto {
  @TextField({ describe: 'Flow.' }) readonly flowName!: string;
  @NestedField(() => PreviewStageDto, { describe: 'Stages and copies on the way.', many: true })
  readonly stages!: PreviewStageDto[];
  @JsonField({ describe: 'Facts that decide the way.' }) readonly facts!: Record<string, unknown>;
}
