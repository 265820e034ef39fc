/** Everything that can be wrong with a flow; the screen has a sentence for each. */
export const FLOW_PROBLEMS = [
  'no-start',
  'several-starts',
  'no-end',
  'duplicate-id',
  'no-stage',
  'no-successor',
  'unknown-successor',
  'leads-to-start',
  'circle',
  'unreachable',
  'never-ends',
  'branch-without-condition',
  'branch-without-default',
  'unknown-fact',
  'operator-not-for-fact',
  'value-missing',
  'value-invalid',
  'never-true',
  'no-approvers',
  'approver-incomplete',
  'unknown-person',
  'person-inactive',
  'unknown-role',
  'role-empty',
  'unknown-department',
  'department-empty',
  'department-without-leader',
  'share-invalid',
  'touched-by-nothing',
  'unknown-touch',
  'deadline-invalid',
  'duplicate-item',
] as const;
export type FlowProblemCode = (typeof FLOW_PROBLEMS)[number];

/** One fault, with the place in the definition and the node it is in. */
export interface FlowProblem {
  readonly code: FlowProblemCode;
  readonly nodeId: string | null;
  /** JSON pointer into the definition, `/nodes/2/branches/0/condition`. */
  readonly pointer: string;
  readonly detail: string;
  /** A warning does not keep the flow from being switched on. */
  readonly isWarning: boolean;
}

const DETAILS: Record<FlowProblemCode, string> = {
  'no-start': 'The flow has no start.',
  'several-starts': 'The flow has more than one start.',
  'no-end': 'The flow has no end.',
  'duplicate-id': 'Two nodes have the same id.',
  'no-stage': 'Nobody is asked: the flow has no approval stage.',
  'no-successor': 'Nothing comes after this node; connect it.',
  'unknown-successor': 'This leads to a node that is not there.',
  'leads-to-start': 'Nothing may lead back to the start.',
  circle: 'This leads back to a node before it; an approval would never end.',
  unreachable: 'No way leads here from the start.',
  'never-ends': 'No way leads from here to an end.',
  'branch-without-condition': 'This branch has no condition; what always applies belongs into the default.',
  'branch-without-default': 'Say where a document goes for which no condition holds.',
  'unknown-fact': 'This kind of document has no such fact.',
  'operator-not-for-fact': 'This comparison makes no sense with this fact.',
  'value-missing': 'Say what to compare with.',
  'value-invalid': 'This value does not fit the fact.',
  'never-true': 'This condition can never hold here: it contradicts itself or what was decided before.',
  'no-approvers': 'Nobody is asked in this stage.',
  'approver-incomplete': 'Say who is meant.',
  'unknown-person': 'There is no such person.',
  'person-inactive': 'This person has left or cannot sign in.',
  'unknown-role': 'There is no such role.',
  'role-empty': 'Nobody active has this role.',
  'unknown-department': 'There is no such department.',
  'department-empty': 'Nobody active is in this department.',
  'department-without-leader': 'This department has no active leader.',
  'share-invalid': 'A share is like 2/3, at most all, and only where all are asked.',
  'touched-by-nothing': 'Say which changes make this stage be asked again.',
  'unknown-touch': 'This kind of document has no such fact or section.',
  'deadline-invalid': 'The reminder must come before the deadline, and an escalation to a person names one.',
  'duplicate-item': 'Two items of the opinion sheets have the same id.',
};

/** People come and go: what only they cause is a warning where the stage says what happens then. */
export const problem = (
  code: FlowProblemCode,
  nodeId: string | null,
  pointer: string,
  isWarning = false,
): FlowProblem => ({ code, nodeId, pointer, detail: DETAILS[code], isWarning });
