/** A flow as it is stored: nodes that name their successors. Node ids stay the same over versions. */
export interface FlowDefinition {
  readonly nodes: readonly FlowNode[];
}

export type FlowNode = StartNode | BranchNode | StageNode | CopyNode | EndNode;

interface Node {
  /** Unique in the flow, `finance-review`. */
  readonly id: string;
}

export interface StartNode extends Node {
  readonly kind: 'start';
  readonly next: string | null;
}

export interface EndNode extends Node {
  readonly kind: 'end';
}

export interface BranchNode extends Node {
  readonly kind: 'branch';
  readonly name: string;
  /** Tried in order; the first whose condition holds is taken. */
  readonly branches: readonly Branch[];
  /** Taken when none holds. */
  readonly otherwise: string | null;
}

export interface Branch {
  readonly name: string;
  readonly condition: Condition;
  readonly next: string | null;
}

export const CONDITION_OPERATORS = [
  'equals',
  'differs',
  'above',
  'at-least',
  'below',
  'at-most',
  'one-of',
  'none-of',
  'within-department',
  'is-set',
  'is-empty',
] as const;
export type ConditionOperator = (typeof CONDITION_OPERATORS)[number];

/** And/or of and/or: enough for any combination, and still readable on a screen. */
export interface Condition {
  readonly match: 'all' | 'any';
  readonly groups: readonly ConditionGroup[];
}

export interface ConditionGroup {
  readonly match: 'all' | 'any';
  readonly rules: readonly ConditionRule[];
}

export interface ConditionRule {
  readonly fact: string;
  readonly operator: ConditionOperator;
  readonly values?: readonly string[];
}

export const APPROVER_KINDS = [
  'people',
  'role',
  'submitter-leader',
  'department-leader',
  'department-members',
  'owner-leader',
  'choice',
] as const;
export type ApproverKind = (typeof APPROVER_KINDS)[number];

/** Whom a stage asks. Each rule gives seats: one for each person, or one for all of them together. */
export interface ApproverRule {
  readonly kind: ApproverKind;
  /** For `people`, and whom a `choice` allows. */
  readonly userIds?: readonly string[];
  /** For `role`, and whom a `choice` allows. */
  readonly roleId?: string | null;
  /** For the department kinds, and whom a `choice` allows. */
  readonly departmentId?: string | null;
  /** For `submitter-leader`: 1 is the leader of the own department, 2 the one above … */
  readonly level?: number;
  /** `each`: a seat for each person; `one`: one seat, whoever of them is first fills it. */
  readonly seats?: 'each' | 'one';
  /** For `choice`: how many people the submitter may choose at most. */
  readonly most?: number;
}

/** 会签, 或签, 依次. */
export const STAGE_MODES = ['all', 'any', 'in-order'] as const;
export type StageMode = (typeof STAGE_MODES)[number];

export const TIME_UNITS = ['hours', 'days', 'working-hours', 'working-days'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

export const ESCALATIONS = ['remind', 'leader', 'person', 'return'] as const;
export type Escalation = (typeof ESCALATIONS)[number];

export interface Deadline {
  readonly within: number;
  readonly unit: TimeUnit;
  /** How long before the deadline people are reminded, in the same unit; 0: not at all. */
  readonly remindBefore: number;
  /** Afterwards; never approved by itself. */
  readonly escalation: Escalation;
  readonly userId?: string | null;
}

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly isRequired: boolean;
}

/** The opinion sheet of a department, or of everybody when it names none. */
export interface OpinionSheet {
  readonly departmentId?: string | null;
  readonly items: readonly ChecklistItem[];
}

export const WHEN_EMPTY = ['skip', 'administrator', 'person'] as const;
export const WHEN_SUBMITTER = ['skip', 'leader', 'allow'] as const;
export const WHEN_REPEATED = ['once', 'again'] as const;
export const WHEN_LEFT = ['hold', 'leader', 'administrator'] as const;
export const REASK_POLICIES = ['all', 'touched'] as const;

export interface StageNode extends Node {
  readonly kind: 'stage';
  readonly name: string;
  readonly next: string | null;
  readonly approvers: readonly ApproverRule[];
  readonly mode: StageMode;
  /** For `all`: share of the seats that must agree, `2/3`. */
  readonly minimumShare?: string | null;
  readonly sheets?: readonly OpinionSheet[];
  readonly whenEmpty?: (typeof WHEN_EMPTY)[number];
  readonly emptyUserId?: string | null;
  readonly whenSubmitter?: (typeof WHEN_SUBMITTER)[number];
  readonly whenRepeated?: (typeof WHEN_REPEATED)[number];
  readonly whenLeft?: (typeof WHEN_LEFT)[number];
  /** In a new round: always asked again, or only when one of `touchedBy` (facts, sections) changed. */
  readonly reask?: (typeof REASK_POLICIES)[number];
  readonly touchedBy?: readonly string[];
  readonly deadline?: Deadline | null;
  readonly allowsBulk?: boolean;
}

export interface CopyNode extends Node {
  readonly kind: 'copy';
  readonly name: string;
  readonly next: string | null;
  readonly recipients: readonly ApproverRule[];
}

export const nodeOf = ({ nodes }: FlowDefinition, id: string): FlowNode | undefined =>
  nodes.find((node) => node.id === id);

/** @throws Error when it is no stage of this flow: validated flows name only what is there */
export function stageNodeOf(flow: FlowDefinition, id: string): StageNode {
  const node = nodeOf(flow, id);
  if (node?.kind !== 'stage') throw new Error(`"${id}" is no stage of this flow.`);
  return node;
}

export const successorsOf = (node: FlowNode): readonly (string | null)[] => {
  if (node.kind === 'end') return [];
  return node.kind === 'branch' ? [...node.branches.map(({ next }) => next), node.otherwise] : [node.next];
};
