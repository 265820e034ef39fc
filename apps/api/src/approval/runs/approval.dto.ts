import {
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  NestedField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { DifferenceDto, RenderedSectionDto } from '../documents/rendered-document.dto.js';
import { NODE_KINDS } from '../flows/flow-definition.dto.js';
import { STAGE_MODES, type StageMode } from '../flows/flow-definition.js';
import {
  ENTRY_KINDS,
  TASK_ORIGINS,
  TASK_STATES,
  type EntryKind,
  type TaskOrigin,
  type TaskState,
} from './approval-words.js';
import { ApprovalRowDto } from './approval-row.dto.js';

export class ApprovalPersonDto {
  @IdField({ describe: 'User id.' }) readonly id!: string;
  @TextField({ describe: 'Name.' }) readonly name!: string;
}

export class ApprovalFileDto {
  @IdField({ describe: 'File id; content at `/approvals/{id}/files/{fileId}`.' }) readonly id!: string;
  @TextField({ describe: 'Name.' }) readonly name!: string;
  @IntegerField({ describe: 'Bytes.' }) readonly size!: number;
}

class AnsweredItemDto {
  @TextField({ describe: 'Item.' }) readonly id!: string;
  @TextField({ describe: 'What is checked.' }) readonly text!: string;
  @FlagField({ describe: 'Must be answered before approving.' }) readonly isRequired!: boolean;
  @EnumField({ describe: 'Answer.', values: ['yes', 'no', 'not-applicable'], nullable: true })
  readonly answer!: 'yes' | 'no' | 'not-applicable' | null;
}

/** One person asked in a stage, with what she said. */
export class ApprovalTaskDto {
  @IdField({ describe: 'Task id.' }) readonly id!: string;
  @IntegerField({ describe: 'Tasks of one seat stand for each other.' }) readonly seat!: number;
  @FlagField({ describe: 'Asked by a colleague beside those of the flow.' }) readonly isAdded!: boolean;
  @NestedField(() => ApprovalPersonDto, { describe: 'Who is asked.' })
  readonly assignee!: ApprovalPersonDto;
  @FlagField({ describe: 'False: has left or cannot sign in.' }) readonly isActive!: boolean;
  @NestedField(() => ApprovalPersonDto, { describe: 'Whose task it was before.', nullable: true })
  readonly onBehalfOf!: ApprovalPersonDto | null;
  @TextField({ describe: 'Department she speaks for.', nullable: true })
  readonly departmentName!: string | null;
  @EnumField({ describe: 'How she came to be asked.', values: TASK_ORIGINS }) readonly origin!: TaskOrigin;
  @EnumField({ describe: 'State.', values: TASK_STATES }) readonly state!: TaskState;
  @TextField({ describe: 'Opinion.', nullable: true }) readonly opinion!: string | null;
  @NestedField(() => AnsweredItemDto, { describe: 'Opinion sheet.', many: true })
  readonly checklist!: AnsweredItemDto[];
  @InstantField({ describe: 'When she decided.', nullable: true }) readonly decidedAt!: string | null;
  @NestedField(() => ApprovalPersonDto, { describe: 'Who decided.', nullable: true })
  readonly decidedBy!: ApprovalPersonDto | null;
  @InstantField({ describe: 'When she first saw the version that was decided or is to be.', nullable: true })
  readonly seenAt!: string | null;
}

export const NODE_STATES = [
  'done',
  'active',
  'returned',
  'skipped',
  'kept',
  'upcoming',
  'not-taken',
] as const;

/** A node of the picture with what happened in it this round. */
export class ApprovalNodeDto {
  @TextField({ describe: 'Node.' }) readonly id!: string;
  @EnumField({ describe: 'Kind.', values: NODE_KINDS }) readonly kind!: (typeof NODE_KINDS)[number];
  @TextField({ describe: 'Name.', nullable: true }) readonly name!: string | null;
  @TextListField({ describe: 'Nodes it leads to.' }) readonly next!: string[];
  @EnumField({
    describe: 'Where it stands; `upcoming` by the facts as they are now.',
    values: NODE_STATES,
  })
  readonly state!: (typeof NODE_STATES)[number];
  @EnumField({ describe: 'Stage: mode.', values: STAGE_MODES, nullable: true })
  readonly mode!: StageMode | null;
  @IntegerField({ describe: 'Stage: seats that must agree.', nullable: true })
  readonly needed!: number | null;
  @IntegerField({ describe: 'Stage: seats that have agreed.', nullable: true })
  readonly given!: number | null;
  @InstantField({ describe: 'Entered.', nullable: true }) readonly enteredAt!: string | null;
  @InstantField({ describe: 'Left.', nullable: true }) readonly endedAt!: string | null;
  @InstantField({ describe: 'Deadline.', nullable: true }) readonly dueAt!: string | null;
  @NestedField(() => ApprovalTaskDto, { describe: 'People asked.', many: true })
  readonly tasks!: ApprovalTaskDto[];
}

/** A line of the timeline. */
export class ApprovalEntryDto {
  @IdField({ describe: 'Entry id.' }) readonly id!: string;
  @IntegerField({ describe: 'Round.' }) readonly round!: number;
  @EnumField({ describe: 'What happened.', values: ENTRY_KINDS }) readonly kind!: EntryKind;
  @TextField({ describe: 'Stage it was in.', nullable: true }) readonly stageName!: string | null;
  @NestedField(() => ApprovalPersonDto, { describe: 'Who did it; null: the system.', nullable: true })
  readonly actor!: ApprovalPersonDto | null;
  @NestedField(() => ApprovalPersonDto, { describe: 'For whom.', nullable: true })
  readonly onBehalfOf!: ApprovalPersonDto | null;
  @TextField({ describe: 'Words said.', nullable: true }) readonly words!: string | null;
  @NestedField(() => ApprovalPersonDto, { describe: 'To whom: asked, told, mentioned.', many: true })
  readonly people!: ApprovalPersonDto[];
  @NestedField(() => ApprovalFileDto, { describe: 'Files.', many: true }) readonly files!: ApprovalFileDto[];
  @JsonField({ describe: 'More, by kind: `reason`, `toStage`.' })
  readonly details!: Record<string, unknown>;
  @IdField({ describe: 'Version of the document that was seen.', nullable: true })
  readonly snapshotId!: string | null;
  @InstantField({ describe: 'When.' }) readonly createdAt!: string;
}

export class ApprovalRoundDto {
  @IntegerField({ describe: 'Counts from 1.' }) readonly round!: number;
  @IdField({ describe: 'Version of the document in it.' }) readonly snapshotId!: string;
  @TextField({ describe: 'SHA-256 of that version.' }) readonly hash!: string;
  @InstantField({ describe: 'Submitted.' }) readonly createdAt!: string;
}

class ReturnTargetDto {
  @TextField({ describe: 'Stage.' }) readonly nodeId!: string;
  @TextField({ describe: 'Name.' }) readonly name!: string;
}

/** Everything one screen needs of an approval. */
export class ApprovalDto extends ApprovalRowDto {
  @TextField({ describe: 'Kind of document, Chinese.' }) readonly documentTypeZh!: string;
  @TextField({ describe: 'Kind of document, English.' }) readonly documentTypeEn!: string;
  @TextField({ describe: 'Name of the flow.' }) readonly flowName!: string;
  @IntegerField({ describe: 'Version of the flow it keeps.' }) readonly flowNumber!: number;
  @NestedField(() => RenderedSectionDto, { describe: 'The version under review.', many: true })
  readonly document!: RenderedSectionDto[];
  @NestedField(() => RenderedSectionDto, { describe: 'What is true now beside it.', many: true })
  readonly present!: RenderedSectionDto[];
  @NestedField(() => DifferenceDto, { describe: 'What changed since the round before.', many: true })
  readonly changes!: DifferenceDto[];
  @NestedField(() => ApprovalFileDto, { describe: 'Files of the document.', many: true })
  readonly files!: ApprovalFileDto[];
  @NestedField(() => ApprovalNodeDto, { describe: 'The picture, in the order of the flow.', many: true })
  readonly nodes!: ApprovalNodeDto[];
  @NestedField(() => ApprovalEntryDto, { describe: 'The timeline, oldest first.', many: true, most: 10000 })
  readonly entries!: ApprovalEntryDto[];
  @NestedField(() => ApprovalRoundDto, { describe: 'Rounds with their versions.', many: true })
  readonly rounds!: ApprovalRoundDto[];
  @NestedField(() => AnsweredItemDto, {
    describe: 'Opinion sheet that the caller fills in now.',
    many: true,
  })
  readonly ownChecklist!: AnsweredItemDto[];
  @NestedField(() => ReturnTargetDto, { describe: 'Stages it may be returned to.', many: true })
  readonly returnTargets!: ReturnTargetDto[];
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}
