import type { Unit } from '../../platform/database/unit-of-work.js';
import type { ApproverRule } from '../flows/flow-definition.js';
import type { Run } from './run.js';
import type { Person } from './seats.js';

const PERSON = `u.id, u.department_id as "departmentId"`;
const BY_ID = `select ${PERSON} from users u where u.id = any($1::uuid[]) and u.state = 'active'`;
const BY_ROLE = `select ${PERSON} from users u join user_roles r on r.user_id = u.id
  where r.role_id = $1 and u.state = 'active' order by u.created_at, u.id`;
const MEMBERS = `select ${PERSON} from users u where u.department_id = $1 and u.state = 'active' order by u.created_at, u.id`;
/** Active leaders of a department and of those above it, from the bottom up. */
const LEADERS = `
  with recursive above as (
    select id, parent_id, leader_id, 1 as depth from departments where id = $1
    union all select d.id, d.parent_id, d.leader_id, above.depth + 1 from departments d join above on d.id = above.parent_id
  ) select ${PERSON}, above.depth from above join users u on u.id = above.leader_id and u.state = 'active' order by above.depth`;
const ADMINISTRATORS = `select distinct ${PERSON} from users u join user_roles r on r.user_id = u.id
  join role_permissions p on p.role_id = r.role_id and p.permission = 'approval:administer' where u.state = 'active' order by 1`;
const DEPARTMENT_OF = `select department_id as id from users where id = $1`;
const SUBSTITUTES = `select d.principal_id as "principalId", d.substitute_id as "substituteId" from approval_delegations d
  join users u on u.id = d.substitute_id and u.state = 'active'
  where d.principal_id = any($1::uuid[]) and d.ended_at is null and d.starts_at <= $3 and d.ends_at > $3
    and (d.document_types = '{}' or $2 = any(d.document_types))`;

export const activePeople = async (unit: Unit, ids: readonly string[]): Promise<Person[]> => {
  const found = new Map((await unit.query<Person>(BY_ID, [ids])).map((person) => [person.id, person]));
  return ids.flatMap((id) => found.get(id) ?? []);
};

export const administrators = (unit: Unit): Promise<Person[]> => unit.query<Person>(ADMINISTRATORS);

export const roleMembers = (unit: Unit, roleId: string): Promise<Person[]> =>
  unit.query<Person>(BY_ROLE, [roleId]);

export const departmentMembers = (unit: Unit, departmentId: string): Promise<Person[]> =>
  unit.query<Person>(MEMBERS, [departmentId]);

/** The leader of a department or, where it has none (or she is the one left out), of the nearest one above. */
export async function leaderOf(
  unit: Unit,
  departmentId: string | null,
  { level = 1, except }: { level?: number; except?: string } = {},
): Promise<Person | undefined> {
  if (!departmentId) return undefined;
  const leaders = await unit.query<Person & { depth: number }>(LEADERS, [departmentId]);
  return leaders.find(({ id, depth }) => depth >= level && id !== except);
}

/** The leader of where a person works, never herself. */
export async function leaderOfPerson(unit: Unit, userId: string): Promise<Person | undefined> {
  const [department] = await unit.query<{ id: string | null }>(DEPARTMENT_OF, [userId]);
  return leaderOf(unit, department?.id ?? null, { except: userId });
}

/** Active people whom a rule means for this run, now. */
export async function peopleOf(unit: Unit, rule: ApproverRule, run: Run, nodeId: string): Promise<Person[]> {
  switch (rule.kind) {
    case 'people':
      return activePeople(unit, rule.userIds ?? []);
    case 'role':
      return roleMembers(unit, rule.roleId!);
    case 'department-members':
      return departmentMembers(unit, rule.departmentId!);
    case 'choice':
      return activePeople(unit, run.choices[nodeId] ?? []);
    case 'department-leader':
      return some(await leaderOf(unit, rule.departmentId!));
    case 'owner-leader':
      return some(run.ownerId ? await leaderOfPerson(unit, run.ownerId) : undefined);
    default:
      return some(await leaderOf(unit, run.departmentId, { level: rule.level ?? 1 }));
  }
}

/** Whom a `choice` allows; undefined: anybody active. */
export async function allowedChoices(unit: Unit, rule: ApproverRule): Promise<Person[] | undefined> {
  const sets = [
    ...(rule.userIds?.length ? [await activePeople(unit, rule.userIds)] : []),
    ...(rule.roleId ? [await roleMembers(unit, rule.roleId)] : []),
    ...(rule.departmentId ? [await departmentMembers(unit, rule.departmentId)] : []),
  ];
  return sets.length === 0 ? undefined : [...new Map(sets.flat().map((one) => [one.id, one])).values()];
}

/** Person away → who answers for her now. */
export async function substitutesOf(
  unit: Unit,
  ids: readonly string[],
  documentType: string,
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  const found = await unit.query<{ principalId: string; substituteId: string }>(SUBSTITUTES, [
    ids,
    documentType,
    now,
  ]);
  return new Map(found.map(({ principalId, substituteId }) => [principalId, substituteId]));
}

const some = (person: Person | undefined): Person[] => (person ? [person] : []);
