import {
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  MoneyField,
  TextField,
} from '../../platform/http/fields.js';
import { APPROVAL_STATES, STUCK_REASONS, type ApprovalState, type StuckReason } from './approval-words.js';

/** An approval as a row of any list. */
export class ApprovalRowDto {
  @IdField({ describe: 'Approval id.' }) readonly id!: string;
  @TextField({ describe: 'Kind of document.', example: 'credit-limit-change' })
  readonly documentType!: string;
  @IdField({ describe: 'The document.' }) readonly documentId!: string;
  @TextField({ describe: 'Its number.', nullable: true }) readonly documentNumber!: string | null;
  @TextField({ describe: 'What it is about.' }) readonly title!: string;
  @TextField({ describe: 'Path of the page of the document.' }) readonly link!: string;
  @MoneyField({ describe: 'Amount, CNY.', nullable: true }) readonly amount!: string | null;
  @EnumField({ describe: 'State.', values: APPROVAL_STATES }) readonly state!: ApprovalState;
  @IntegerField({ describe: 'Round; more than 1 after a return.' }) readonly round!: number;
  @IdField({ describe: 'Version of the document under review; decisions name it.', nullable: true })
  readonly snapshotId!: string | null;
  @IdField({ describe: 'Who submitted it.' }) readonly submitterId!: string;
  @TextField({ describe: 'Name of the submitter.' }) readonly submitterName!: string;
  @TextField({ describe: 'Department of the submitter.', nullable: true })
  readonly departmentName!: string | null;
  @TextField({ describe: 'Stage it is in.', nullable: true }) readonly stageName!: string | null;
  @TextField({ describe: 'Who is asked now, names joined by commas.', nullable: true })
  readonly waitsFor!: string | null;
  @InstantField({ describe: 'Deadline of the stage.', nullable: true }) readonly dueAt!: string | null;
  @EnumField({ describe: 'Why nobody can decide.', values: STUCK_REASONS, nullable: true })
  readonly stuckReason!: StuckReason | null;
  @InstantField({ describe: 'When it was submitted, last round.' }) readonly submittedAt!: string;
  @InstantField({ describe: 'When it ended.', nullable: true }) readonly finishedAt!: string | null;
  @IntegerField({ describe: 'Version.' }) readonly version!: number;
}

export class InboxRowDto extends ApprovalRowDto {
  @IdField({ describe: 'Task id.' }) readonly taskId!: string;
  @InstantField({ describe: 'Since when it waits.' }) readonly waitingSince!: string;
  @InstantField({ describe: 'Last urged.', nullable: true }) readonly urgedAt!: string | null;
  @FlagField({ describe: 'May be approved together with others.' }) readonly allowsBulk!: boolean;
  @TextField({ describe: 'For whom the caller answers.', nullable: true })
  readonly onBehalfOfName!: string | null;
}

export class DoneRowDto extends ApprovalRowDto {
  @IdField({ describe: 'Task id.' }) readonly taskId!: string;
  @EnumField({ describe: 'What the caller decided.', values: ['approved', 'returned'] })
  readonly decision!: 'approved' | 'returned';
  @InstantField({ describe: 'When.' }) readonly decidedAt!: string;
}

export class CopiedRowDto extends ApprovalRowDto {
  @IdField({ describe: 'Copy id.' }) readonly copyId!: string;
  @EnumField({ describe: 'How it came.', values: ['flow', 'sent', 'mention'] })
  readonly reason!: 'flow' | 'sent' | 'mention';
  @InstantField({ describe: 'When it was read.', nullable: true }) readonly readAt!: string | null;
  @InstantField({ describe: 'When it came.' }) readonly copiedAt!: string;
}
