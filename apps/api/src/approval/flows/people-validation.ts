import type { Unit } from '../../platform/database/unit-of-work.js';
import type { ApproverRule, FlowDefinition, FlowNode } from './flow-definition.js';
import { problem, type FlowProblem, type FlowProblemCode } from './flow-problems.js';

interface Known {
  /** User → whether she is active. */
  readonly people: ReadonlyMap<string, boolean>;
  /** Role → active people who have it. */
  readonly roles: ReadonlyMap<string, number>;
  /** Department → active members, and whether it has an active leader. */
  readonly departments: ReadonlyMap<string, { members: number; isLed: boolean }>;
}

const PEOPLE = `select id, state = 'active' as value from users where id = any($1::uuid[])`;
const ROLES = `select r.id, (select count(*)::int from user_roles x join users u on u.id = x.user_id and u.state = 'active' where x.role_id = r.id) as value
  from roles r where r.id = any($1::uuid[])`;
const DEPARTMENTS = `select d.id, jsonb_build_object('members', (select count(*)::int from users u where u.department_id = d.id and u.state = 'active'),
    'isLed', exists (select 1 from users u where u.id = d.leader_id and u.state = 'active')) as value
  from departments d where d.id = any($1::uuid[])`;

/**
 * Whether the people, roles and departments a flow names are there. Somebody named who has left, an empty role, a department
 * without a leader: refused when the flow is switched on; what happens later with one that is on, its stage says.
 */
export async function peopleProblems(query: Unit['query'], flow: FlowDefinition): Promise<FlowProblem[]> {
  const rules = flow.nodes.flatMap(rulesOf);
  const known = await read(
    query,
    rules.map(({ rule }) => rule),
    flow,
  );
  const named = flow.nodes.flatMap((node, at) =>
    otherPeople(node).map(([id, place]) => ({ id, node, pointer: `/nodes/${at}/${place}` })),
  );
  return [
    ...flow.nodes.flatMap((node, at) =>
      rulesOf(node).flatMap(({ rule, place }) =>
        ruleProblems(rule, known).map((code) => problem(code, node.id, `/nodes/${at}/${place}`)),
      ),
    ),
    ...named.flatMap(({ id, node, pointer }) =>
      personProblems([id], known).map((code) => problem(code, node.id, pointer)),
    ),
  ];
}

function rulesOf(node: FlowNode): { rule: ApproverRule; place: string }[] {
  const [rules, name] =
    node.kind === 'stage'
      ? [node.approvers, 'approvers']
      : node.kind === 'copy'
        ? [node.recipients, 'recipients']
        : [[], ''];
  return rules.map((rule, at) => ({ rule, place: `${name}/${at}` }));
}

const otherPeople = (node: FlowNode): [id: string, place: string][] =>
  node.kind !== 'stage'
    ? []
    : [
        ...(node.whenEmpty === 'person' && node.emptyUserId
          ? [[node.emptyUserId, 'emptyUserId'] as [string, string]]
          : []),
        ...(node.deadline?.userId ? [[node.deadline.userId, 'deadline/userId'] as [string, string]] : []),
      ];

async function read(
  query: Unit['query'],
  rules: readonly ApproverRule[],
  flow: FlowDefinition,
): Promise<Known> {
  const map = async <T>(text: string, ids: readonly string[]): Promise<ReadonlyMap<string, T>> =>
    new Map((await query<{ id: string; value: T }>(text, [ids])).map(({ id, value }) => [id, value]));
  const others = flow.nodes.flatMap((node) => otherPeople(node).map(([id]) => id));
  return {
    people: await map(PEOPLE, [...others, ...rules.flatMap(({ userIds = [] }) => [...userIds])]),
    roles: await map(
      ROLES,
      rules.flatMap(({ roleId }) => roleId ?? []),
    ),
    departments: await map(
      DEPARTMENTS,
      rules.flatMap(({ departmentId }) => departmentId ?? []),
    ),
  };
}

const personProblems = (ids: readonly string[], { people }: Known): FlowProblemCode[] => [
  ...new Set(
    ids.flatMap((id): FlowProblemCode[] =>
      people.get(id) === undefined ? ['unknown-person'] : people.get(id) ? [] : ['person-inactive'],
    ),
  ),
];

function ruleProblems(rule: ApproverRule, known: Known): FlowProblemCode[] {
  const problems = personProblems(rule.userIds ?? [], known);
  if (rule.roleId) {
    const members = known.roles.get(rule.roleId);
    if (!members) problems.push(members === undefined ? 'unknown-role' : 'role-empty');
  }
  if (rule.departmentId) {
    const department = known.departments.get(rule.departmentId);
    if (!department) problems.push('unknown-department');
    else if (rule.kind === 'department-leader' && !department.isLed)
      problems.push('department-without-leader');
    else if (rule.kind !== 'department-leader' && department.members === 0) problems.push('department-empty');
  }
  return problems;
}
