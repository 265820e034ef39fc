import { EnumField, FlagField, IdField, NestedField, TextField } from '../../platform/http/fields.js';

export const ANSWERS = ['yes', 'no', 'not-applicable'] as const;
export type Answer = (typeof ANSWERS)[number];

export class AnswerDto {
  @TextField({ describe: 'Item of the opinion sheet.', max: 40 }) readonly id!: string;
  @EnumField({ describe: 'Answer.', values: ANSWERS }) readonly answer!: Answer;
}

/** What every decision names: the version it is about. */
class SeenDto {
  @IdField({ describe: 'Version that was seen (`snapshotId`); another by now answers 409.' })
  readonly snapshotId!: string;
}

export class ApproveDto extends SeenDto {
  @TextField({ describe: 'Opinion.', optional: true, nullable: true, max: 2000 })
  readonly opinion?: string | null;
  @NestedField(() => AnswerDto, { describe: 'Opinion sheet.', optional: true, many: true, most: 200 })
  readonly answers?: AnswerDto[];
}

export class ReturnDto extends SeenDto {
  @TextField({ describe: 'Why, and what is to be done.', max: 2000 }) readonly reason!: string;
  @TextField({
    describe: 'Earlier stage; left out or null: the submitter.',
    optional: true,
    nullable: true,
    max: 40,
  })
  readonly toNodeId?: string | null;
  @NestedField(() => AnswerDto, { describe: 'Opinion sheet.', optional: true, many: true, most: 200 })
  readonly answers?: AnswerDto[];
}

export class DelegateDto {
  @IdField({ describe: 'Active colleague who decides instead.' }) readonly userId!: string;
  @TextField({ describe: 'Why.', optional: true, nullable: true, max: 500 }) readonly reason?: string | null;
}

export class AddApproverDto extends ApproveDto {
  @EnumField({
    describe: '`before`: they decide first, then the caller. `after`: the caller approves now, then they.',
    values: ['before', 'after'],
  })
  readonly position!: 'before' | 'after';
  @IdField({ describe: 'Active colleagues.', many: true }) readonly userIds!: string[];
}

export class CommentDto {
  @TextField({ describe: 'Words.', max: 2000 }) readonly text!: string;
  @IdField({ describe: 'People mentioned; they are told and may see it.', optional: true, many: true })
  readonly mentionIds?: string[];
  @IdField({ describe: 'Files of the caller.', optional: true, many: true })
  readonly fileIds?: string[];
}

export class CopyDto {
  @IdField({ describe: 'Active colleagues who may see it from now on.', many: true })
  readonly userIds!: string[];
  @TextField({ describe: 'Words to them.', optional: true, nullable: true, max: 500 })
  readonly text?: string | null;
}

export class WithdrawDto {
  @TextField({ describe: 'Why.', optional: true, nullable: true, max: 500 }) readonly reason?: string | null;
}

export class ReassignDto {
  @IdField({ describe: 'Open task; left out only where nobody is asked.', optional: true, nullable: true })
  readonly taskId?: string | null;
  @IdField({ describe: 'Active colleague who decides instead.' }) readonly userId!: string;
  @TextField({ describe: 'Why.', max: 500 }) readonly reason!: string;
}

export class ReleaseDto {
  @TextField({ describe: 'Why the stage is passed over.', max: 500 }) readonly reason!: string;
}

export class TerminateDto extends ReleaseDto {}

class BulkItemDto {
  @IdField({ describe: 'Approval.' }) readonly approvalId!: string;
  @IdField({ describe: 'Version that was seen.' }) readonly snapshotId!: string;
}

export class BulkApproveDto {
  @NestedField(() => BulkItemDto, { describe: 'What to approve.', many: true, most: 100 })
  readonly items!: BulkItemDto[];
  @TextField({ describe: 'Opinion for all.', optional: true, nullable: true, max: 2000 })
  readonly opinion?: string | null;
}

class BulkOutcomeDto {
  @IdField({ describe: 'Approval.' }) readonly approvalId!: string;
  @FlagField({ describe: 'Approved by this request.' }) readonly isApproved!: boolean;
  @TextField({ describe: 'Code of the problem, where it was refused.', nullable: true })
  readonly code!: string | null;
  @TextField({ describe: 'English sentence.', nullable: true }) readonly detail!: string | null;
}

export class BulkOutcomesDto {
  @NestedField(() => BulkOutcomeDto, { describe: 'One for each, in order.', many: true })
  readonly items!: BulkOutcomeDto[];
}
