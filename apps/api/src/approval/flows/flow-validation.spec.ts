import type { FactDeclaration } from '../documents/facts.js';
import type { Branch, ConditionOperator, FlowDefinition, FlowNode, StageNode } from './flow-definition.js';
import { flowProblems } from './flow-validation.js';

const FACTS: readonly FactDeclaration[] = [
  { name: 'amount', label: { zh: '金额', en: 'Amount' }, type: 'money' },
  {
    name: 'kind',
    label: { zh: '类型', en: 'Kind' },
    type: 'enum',
    values: [
      { value: 'rail', label: { zh: '铁路', en: 'Rail' } },
      { value: 'truck', label: { zh: '汽运', en: 'Truck' } },
    ],
  },
  { name: 'isOverdue', label: { zh: '逾期', en: 'Overdue' }, type: 'boolean' },
  { name: 'department', label: { zh: '部门', en: 'Department' }, type: 'department' },
];
type Rule = [fact: string, operator: ConditionOperator, ...values: string[]];

const branch = (next: string | null, ...rules: Rule[]): Branch => ({
  name: '',
  next,
  condition: {
    match: 'all',
    groups: [
      { match: 'all', rules: rules.map(([fact, operator, ...values]) => ({ fact, operator, values })) },
    ],
  },
});
const anyOf = (next: string, ...rules: Rule[]): Branch => {
  const { condition, ...rest } = branch(next, ...rules);
  return { ...rest, condition: { ...condition, groups: [{ ...condition.groups[0]!, match: 'any' }] } };
};
const start: FlowNode = { id: 'start', kind: 'start', next: 'a' };
const end: FlowNode = { id: 'end', kind: 'end' };
const stage = (id: string, next: string | null, more: Partial<StageNode> = {}): FlowNode => ({
  id,
  kind: 'stage',
  name: id,
  next,
  mode: 'all',
  approvers: [{ kind: 'submitter-leader' }],
  ...more,
});
const fork = (branches: Branch[], otherwise: string | null = 'end', id = 'a'): FlowNode => ({
  id,
  kind: 'branch',
  name: '',
  branches,
  otherwise,
});
const codes = (...nodes: FlowNode[]): string[] => {
  const flow: FlowDefinition = { nodes };
  return flowProblems(flow, { facts: FACTS, sections: ['terms'] }).map(({ code, nodeId }) =>
    nodeId ? `${code} ${nodeId}` : code,
  );
};

describe('A flow', () => {
  it('is sound when every document finds its way', () => {
    expect(codes(start, stage('a', 'end'), end)).toEqual([]);
    expect(
      codes(
        start,
        fork([branch('b', ['amount', 'above', '1000'])], 'c'),
        stage('b', 'c'),
        stage('c', 'end'),
        end,
      ),
    ).toEqual([]);
  });

  it.each<[string, FlowNode[], string[]]>([
    ['without a start', [stage('a', 'end'), end], ['no-start']],
    [
      'without an end',
      [start, stage('a', null)],
      ['no-end', 'no-successor a', 'never-ends start', 'never-ends a'],
    ],
    ['that asks nobody', [{ ...start, next: 'end' } as FlowNode, end], ['no-stage']],
    ['with a stage nobody reaches', [start, stage('a', 'end'), stage('b', 'end'), end], ['unreachable b']],
    [
      'that leads nowhere',
      [start, stage('a', 'moon'), end],
      ['unknown-successor a', 'never-ends start', 'never-ends a', 'unreachable end'],
    ],
    [
      'that goes round in circles',
      [start, stage('a', 'b'), stage('b', 'a'), end],
      ['never-ends start', 'circle a', 'never-ends b', 'unreachable end'],
    ],
    ['with two nodes of one id', [start, stage('a', 'end'), stage('a', 'end'), end], ['duplicate-id a']],
    [
      'that leads back to the start',
      [start, stage('a', 'start'), end],
      ['leads-to-start a', 'circle start', 'never-ends a', 'unreachable end'],
    ],
    [
      'with a branch that has no default',
      [start, fork([branch('b', ['amount', 'above', '1'])], null), stage('b', 'end'), end],
      ['branch-without-default a'],
    ],
    [
      'with a branch that has no condition',
      [start, fork([branch('b')]), stage('b', 'end'), end],
      ['branch-without-condition a'],
    ],
    [
      'that asks for an unknown fact',
      [start, fork([branch('b', ['colour', 'equals', 'x'])]), stage('b', 'end'), end],
      ['unknown-fact a'],
    ],
    [
      'that compares what cannot be compared',
      [start, fork([branch('b', ['kind', 'above', '1'])]), stage('b', 'end'), end],
      ['operator-not-for-fact a'],
    ],
    [
      'that compares with nothing',
      [start, fork([branch('b', ['amount', 'above'])]), stage('b', 'end'), end],
      ['value-missing a'],
    ],
    [
      'that compares money with words',
      [start, fork([branch('b', ['amount', 'above', 'a lot'])]), stage('b', 'end'), end],
      ['value-invalid a'],
    ],
    [
      'that compares with a word nobody knows',
      [start, fork([branch('b', ['kind', 'one-of', 'ship'])]), stage('b', 'end'), end],
      ['value-invalid a'],
    ],
    [
      'with a stage without approvers',
      [start, stage('a', 'end', { approvers: [] }), end],
      ['no-approvers a'],
    ],
    [
      'with a role that is not named',
      [start, stage('a', 'end', { approvers: [{ kind: 'role' }] }), end],
      ['approver-incomplete a'],
    ],
    [
      'with a share of more than all',
      [start, stage('a', 'end', { minimumShare: '3/2' }), end],
      ['share-invalid a'],
    ],
    [
      'with a share where any is enough',
      [start, stage('a', 'end', { mode: 'any', minimumShare: '1/2' }), end],
      ['share-invalid a'],
    ],
    [
      'that asks again for no reason',
      [start, stage('a', 'end', { reask: 'touched' }), end],
      ['touched-by-nothing a'],
    ],
    [
      'that is touched by what is not there',
      [start, stage('a', 'end', { reask: 'touched', touchedBy: ['terms', 'moon'] }), end],
      ['unknown-touch a'],
    ],
    [
      'that reminds after the deadline',
      [
        start,
        stage('a', 'end', { deadline: { within: 1, unit: 'days', remindBefore: 2, escalation: 'remind' } }),
        end,
      ],
      ['deadline-invalid a'],
    ],
    [
      'that escalates to nobody',
      [
        start,
        stage('a', 'end', { deadline: { within: 1, unit: 'days', remindBefore: 0, escalation: 'person' } }),
        end,
      ],
      ['deadline-invalid a'],
    ],
  ])('is refused %s', (_, nodes, expected) => {
    expect(codes(...nodes).sort()).toEqual([...expected].sort());
  });

  const never = (...branches: Branch[]) => codes(start, fork(branches), stage('b', 'end'), end);

  it.each<[string, Branch]>([
    ['above and below', branch('b', ['amount', 'above', '100'], ['amount', 'below', '50'])],
    ['no room between', branch('b', ['amount', 'above', '100'], ['amount', 'at-most', '100'])],
    [
      'equal and different, written otherwise',
      branch('b', ['amount', 'equals', '100.00'], ['amount', 'differs', '100']),
    ],
    ['empty and compared', branch('b', ['amount', 'is-empty'], ['amount', 'above', '1'])],
    ['one and the other', branch('b', ['kind', 'equals', 'rail'], ['kind', 'equals', 'truck'])],
    ['none of all there are', branch('b', ['kind', 'is-set'], ['kind', 'none-of', 'rail', 'truck'])],
    ['true and false', branch('b', ['isOverdue', 'equals', 'true'], ['isOverdue', 'equals', 'false'])],
    [
      'above and below in the end',
      branch('b', ['amount', 'at-least', '10'], ['amount', 'at-most', '20'], ['amount', 'above', '20']),
    ],
  ])('finds a condition that can never hold: %s', (_, impossible) => {
    expect(never(impossible)).toEqual(['never-true a']);
  });

  it.each<[string, Branch]>([
    ['a point', branch('b', ['amount', 'at-least', '100'], ['amount', 'at-most', '100'])],
    ['any of two that exclude each other', anyOf('b', ['amount', 'above', '100'], ['amount', 'below', '50'])],
    ['what is not declared as closed', branch('b', ['department', 'is-set'])],
    ['not this one', branch('b', ['kind', 'differs', 'rail'], ['kind', 'is-set'])],
    ['empty or different', branch('b', ['kind', 'none-of', 'rail', 'truck'])],
  ])('leaves one that can: %s', (_, possible) => {
    expect(never(possible)).toEqual([]);
  });

  it('finds a condition that what was decided before makes impossible, on every way to it', () => {
    const inner = fork([branch('c', ['amount', 'below', '50'])], 'end', 'b');
    const above = branch('b', ['amount', 'above', '100']);
    expect(codes(start, fork([above]), inner, stage('c', 'end'), end)).toEqual(['never-true b']);
    // The same node reached by another way is possible after all.
    expect(codes(start, fork([above], 'b'), inner, stage('c', 'end'), end)).toEqual([]);
  });
});
