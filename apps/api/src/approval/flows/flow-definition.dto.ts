import {
  EnumField,
  FlagField,
  IdField,
  IntegerField,
  NestedField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import {
  APPROVER_KINDS,
  CONDITION_OPERATORS,
  ESCALATIONS,
  REASK_POLICIES,
  STAGE_MODES,
  TIME_UNITS,
  WHEN_EMPTY,
  WHEN_LEFT,
  WHEN_REPEATED,
  WHEN_SUBMITTER,
} from './flow-definition.js';

const ID = /^[a-z0-9][a-z0-9-]{0,39}$/;
const MATCHES = ['all', 'any'] as const;
export const NODE_KINDS = ['start', 'branch', 'stage', 'copy', 'end'] as const;

export class ConditionRuleDto {
  @TextField({ describe: 'Name of the fact.', max: 60, example: 'amount' }) readonly fact!: string;
  @EnumField({ describe: 'Comparison.', values: CONDITION_OPERATORS })
  readonly operator!: (typeof CONDITION_OPERATORS)[number];
  @TextListField({ describe: 'What to compare with.', optional: true, most: 50, example: ['50000'] })
  readonly values?: string[];
}

export class ConditionGroupDto {
  @EnumField({ describe: 'Whether all of its rules must hold or any.', values: MATCHES })
  readonly match!: (typeof MATCHES)[number];
  @NestedField(() => ConditionRuleDto, { describe: 'Rules.', many: true, most: 20 })
  readonly rules!: ConditionRuleDto[];
}

export class ConditionDto {
  @EnumField({ describe: 'Whether all of its groups must hold or any.', values: MATCHES })
  readonly match!: (typeof MATCHES)[number];
  @NestedField(() => ConditionGroupDto, { describe: 'Groups of rules.', many: true, most: 20 })
  readonly groups!: ConditionGroupDto[];
}

export class FlowBranchDto {
  @TextField({ describe: 'Words on the line.', max: 60, min: 0 }) readonly name!: string;
  @NestedField(() => ConditionDto, { describe: 'When it is taken.' }) readonly condition!: ConditionDto;
  @TextField({ describe: 'Node it leads to.', nullable: true, max: 40 }) readonly next!: string | null;
}

export class ApproverRuleDto {
  @EnumField({ describe: 'Whom it means.', values: APPROVER_KINDS })
  readonly kind!: (typeof APPROVER_KINDS)[number];
  @IdField({
    describe: 'For `people`, and whom a `choice` allows: these.',
    many: true,
    optional: true,
  })
  readonly userIds?: string[];
  @IdField({
    describe: 'For `role`, and whom a `choice` allows: who has it.',
    optional: true,
    nullable: true,
  })
  readonly roleId?: string | null;
  @IdField({
    describe: 'For `department-…`, and whom a `choice` allows: its members.',
    optional: true,
    nullable: true,
  })
  readonly departmentId?: string | null;
  @IntegerField({
    describe: 'For `submitter-leader`: 1 is the leader of the own department, 2 the one above.',
    optional: true,
    least: 1,
    most: 10,
  })
  readonly level?: number;
  @EnumField({
    describe: '`each`: everybody is asked for herself; `one`: whoever of them is first answers for all.',
    values: ['each', 'one'],
    optional: true,
  })
  readonly seats?: 'each' | 'one';
  @IntegerField({
    describe: 'For `choice`: how many may be chosen; left out: one.',
    optional: true,
    least: 1,
    most: 50,
  })
  readonly most?: number;
}

export class DeadlineDto {
  @IntegerField({ describe: 'How long it may take.', least: 1, most: 1000, example: 2 })
  readonly within!: number;
  @EnumField({
    describe: 'Unit; working time is Monday to Friday, 09:00 to 18:00 on the company clock.',
    values: TIME_UNITS,
  })
  readonly unit!: (typeof TIME_UNITS)[number];
  @IntegerField({
    describe: 'How long before the deadline people are reminded, same unit; 0: not at all.',
    most: 1000,
  })
  readonly remindBefore!: number;
  @EnumField({
    describe:
      'Afterwards: remind every day, ask the leader or a person as well, or return. Never approved by itself.',
    values: ESCALATIONS,
  })
  readonly escalation!: (typeof ESCALATIONS)[number];
  @IdField({ describe: 'For `person`.', optional: true, nullable: true }) readonly userId?: string | null;
}

export class ChecklistItemDto {
  @TextField({ describe: 'Unique in the stage.', max: 40, pattern: ID }) readonly id!: string;
  @TextField({ describe: 'What is to be checked.', max: 200, example: '无逾期欠款' })
  readonly text!: string;
  @FlagField({ describe: 'Must be answered before approving.' }) readonly isRequired!: boolean;
}

export class OpinionSheetDto {
  @IdField({
    describe: 'Department that fills it in; none: every approver.',
    optional: true,
    nullable: true,
  })
  readonly departmentId?: string | null;
  @NestedField(() => ChecklistItemDto, { describe: 'Items.', many: true, most: 50 })
  readonly items!: ChecklistItemDto[];
}

/** A node of any kind; which fields belong to which kind is said at each. */
export class FlowNodeDto {
  @TextField({ describe: 'Unique in the flow, the same over versions.', max: 40, pattern: ID })
  readonly id!: string;
  @EnumField({ describe: 'Kind.', values: NODE_KINDS }) readonly kind!: (typeof NODE_KINDS)[number];
  @TextField({ describe: 'Name.', optional: true, max: 60, min: 0, example: '财务审核' })
  readonly name?: string;
  @TextField({ describe: 'Next node; all but branch and end.', optional: true, nullable: true, max: 40 })
  readonly next?: string | null;
  @NestedField(() => FlowBranchDto, {
    describe: 'Branch: tried in this order.',
    optional: true,
    many: true,
    most: 20,
  })
  readonly branches?: FlowBranchDto[];
  @TextField({
    describe: 'Branch: where it goes when no condition holds.',
    optional: true,
    nullable: true,
    max: 40,
  })
  readonly otherwise?: string | null;
  @NestedField(() => ApproverRuleDto, {
    describe: 'Stage: who is asked.',
    optional: true,
    many: true,
    most: 20,
  })
  readonly approvers?: ApproverRuleDto[];
  @NestedField(() => ApproverRuleDto, {
    describe: 'Copy: who is told.',
    optional: true,
    many: true,
    most: 20,
  })
  readonly recipients?: ApproverRuleDto[];
  @EnumField({
    describe: 'Stage: all of them, any of them, one after the other.',
    values: STAGE_MODES,
    optional: true,
  })
  readonly mode?: (typeof STAGE_MODES)[number];
  @TextField({
    describe: 'Stage, mode `all`: share of the seats that must agree.',
    optional: true,
    nullable: true,
    pattern: /^\d{1,3}\/\d{1,3}$/,
    example: '2/3',
  })
  readonly minimumShare?: string | null;
  @NestedField(() => OpinionSheetDto, {
    describe: 'Stage: checklists by department.',
    optional: true,
    many: true,
    most: 20,
  })
  readonly sheets?: OpinionSheetDto[];
  @EnumField({
    describe: 'Stage: what happens when nobody fits; left out: an administrator is asked.',
    values: WHEN_EMPTY,
    optional: true,
  })
  readonly whenEmpty?: (typeof WHEN_EMPTY)[number];
  @IdField({ describe: 'Stage: who is asked when nobody fits.', optional: true, nullable: true })
  readonly emptyUserId?: string | null;
  @EnumField({
    describe: 'Stage: what happens when the submitter would approve; left out: her leader is asked.',
    values: WHEN_SUBMITTER,
    optional: true,
  })
  readonly whenSubmitter?: (typeof WHEN_SUBMITTER)[number];
  @EnumField({
    describe:
      'Stage: `once`: who approved this version in an earlier stage is not asked again. Left out: `again`.',
    values: WHEN_REPEATED,
    optional: true,
  })
  readonly whenRepeated?: (typeof WHEN_REPEATED)[number];
  @EnumField({
    describe: 'Stage: when an approver leaves; `hold` (left out) leaves it to an administrator.',
    values: WHEN_LEFT,
    optional: true,
  })
  readonly whenLeft?: (typeof WHEN_LEFT)[number];
  @EnumField({
    describe: 'Stage: asked again in every new round (left out), or only when touched by a change.',
    values: REASK_POLICIES,
    optional: true,
  })
  readonly reask?: (typeof REASK_POLICIES)[number];
  @TextListField({
    describe: 'Stage: facts and sections whose change has it asked again.',
    optional: true,
    max: 60,
    most: 50,
  })
  readonly touchedBy?: string[];
  @NestedField(() => DeadlineDto, { describe: 'Stage: deadline.', optional: true, nullable: true })
  readonly deadline?: DeadlineDto | null;
  @FlagField({ describe: 'Stage: may be approved together with others.', optional: true })
  readonly allowsBulk?: boolean;
}

export class FlowDefinitionDto {
  @NestedField(() => FlowNodeDto, { describe: 'All nodes.', many: true, most: 200 })
  readonly nodes!: FlowNodeDto[];
}
