import {
  DateField,
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  RateField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { REVISION_STATES, type RevisionState } from './price-revision.entity.js';

export class PriceRevisionDto {
  @IdField({ describe: 'Revision id.' }) readonly id!: string;
  @TextField({ describe: 'Number.', example: 'TJ202611-0001' }) readonly number!: string;
  @TextField({ describe: 'Title.', example: '地销煤价上调 3%' }) readonly title!: string;
  @EnumField({ describe: 'State.', values: REVISION_STATES }) readonly state!: RevisionState;
  @DateField({ describe: 'Day on which it takes effect.' }) readonly effectiveOn!: string;
  @FlagField({ describe: 'Approved, and the day has come.' }) readonly isInEffect!: boolean;
  @TextField({ describe: 'Reason.', nullable: true, max: 2000 }) readonly reason!: string | null;
  @TextField({ describe: 'Reason for an effect in the past.', nullable: true, max: 500 })
  readonly backdatingReason!: string | null;
  @IntegerField({ describe: 'Lines.' }) readonly lines!: number;
  @RateField({ describe: 'Largest rise of its lines.', nullable: true }) readonly largestRise!: string | null;
  @RateField({ describe: 'Largest fall of its lines, negative.', nullable: true }) readonly largestFall!:
    string | null;
  @InstantField({ describe: 'When it was approved.', nullable: true }) readonly approvedAt!: Date | null;
  @InstantField({ describe: 'When it was withdrawn.', nullable: true }) readonly withdrawnAt!: Date | null;
  @IdField({ describe: 'Its latest approval, once submitted.', nullable: true }) readonly approvalId!:
    string | null;
  @IdField({ describe: 'Who keeps it.' }) readonly ownerId!: string;
  @TextField({ describe: 'Name of who keeps it.' }) readonly ownerName!: string;
  @IdField({ describe: 'Department.', nullable: true }) readonly departmentId!: string | null;
  @InstantField({ describe: 'When it was entered.' }) readonly createdAt!: Date;
  @InstantField({ describe: 'Last change.' }) readonly updatedAt!: Date;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

export class CreatePriceRevisionDto {
  @TextField({ describe: 'Title.', max: 120 }) readonly title!: string;
  @DateField({ describe: 'Day on which it takes effect; may lie in the future.' })
  readonly effectiveOn!: string;
  @TextField({ describe: 'Reason.', optional: true, nullable: true, max: 2000 }) readonly reason?:
    string | null;
}

export class ChangePriceRevisionDto {
  @TextField({ describe: 'Title.', optional: true, max: 120 }) readonly title?: string;
  @DateField({ describe: 'Day on which it takes effect.', optional: true }) readonly effectiveOn?: string;
  @TextField({ describe: 'Reason.', optional: true, nullable: true, max: 2000 }) readonly reason?:
    string | null;
}

export class SubmitPriceRevisionDto {
  @FlagField({
    describe: 'Prices ten times or a tenth of the last ones are meant so.',
    optional: true,
  })
  readonly confirmUnusual?: boolean;
  @TextField({
    describe: 'Why it takes effect in the past; takes its own permission.',
    optional: true,
    nullable: true,
    max: 500,
  })
  readonly backdatingReason?: string | null;
  @JsonField({
    describe: 'Stage → ids of people, for stages that the submitter fills; see `/approvals/preview`.',
    optional: true,
  })
  readonly choices?: Record<string, string[]>;
  @TextField({ describe: 'Words to the reviewers.', optional: true, nullable: true, max: 500 })
  readonly words?: string | null;
}

export class WithdrawPriceRevisionDto {
  @TextField({ describe: 'Why.', optional: true, nullable: true, max: 500 }) readonly reason?: string | null;
}
