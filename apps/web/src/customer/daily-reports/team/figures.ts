import type { RouteLocationRaw } from 'vue-router';
import { formatCount, formatMoney } from '../../../shared/format/numbers';
import type { MemberWork, TeamWork } from '../daily-report.queries';

/** One figure of a person, and the rows that it counts. */
export interface Figure {
  readonly key: string;
  readonly value: string;
  readonly to: RouteLocationRaw;
  readonly tone?: 'danger' | 'warning' | 'zero';
}

/** Notes are no contact with a customer. */
const CONTACTS = ['call', 'visit', 'meeting', 'e-mail', 'fax'];

/** What the caller may not see has no figure, and leads nowhere. */
export function figuresOf(member: MemberWork, team: TeamWork): Figure[] {
  const { userId } = member;
  const { from, to, plannedFrom, plannedTo } = team;
  const days = (param: string) => ({ [`${param}From`]: from, [`${param}To`]: to });
  const next = (param: string) => ({ [`${param}From`]: plannedFrom, [`${param}To`]: plannedTo });
  const reports = { authorId: userId, ...days('day') };
  const activities = { authorId: userId, ...days('occurredAt') };
  const won = { ownerId: userId, state: 'won', ...days('closedOn') };
  const all: (readonly [
    key: string,
    value: number | null,
    name: string,
    query: Record<string, string | string[]>,
    tone?: Figure['tone'],
  ])[] = [
    ['handedIn', member.handedIn, 'daily-reports', reports],
    ['unread', member.unread, 'daily-reports', { ...reports, state: 'submitted' }, 'warning'],
    ['late', member.late, 'daily-reports', { ...reports, isLate: 'true' }, 'danger'],
    ['activities', member.activities, 'activities', activities],
    ['customers', member.customers, 'activities', { ...activities, kind: CONTACTS }],
    ['newDeals', member.newDeals, 'opportunities', { ownerId: userId, ...days('createdAt') }],
    ['wonDeals', member.wonDeals, 'opportunities', won],
    ['overdueTasks', member.overdueTasks, 'tasks', { assigneeId: userId, isOverdue: 'true' }, 'danger'],
    [
      'plannedAppointments',
      member.plannedAppointments,
      'calendar',
      { ownerId: userId, day: plannedFrom, view: 'timeGridWeek' },
    ],
    ['plannedTasks', member.plannedTasks, 'tasks', { assigneeId: userId, state: 'open', ...next('dueOn') }],
    [
      'plannedFollowUps',
      member.plannedFollowUps,
      'customers',
      { ownerId: userId, ...next('nextFollowUpOn') },
    ],
  ];
  const wonValue = (): Figure => ({
    key: 'wonValue',
    value: formatMoney(member.wonValue),
    to: { name: 'opportunities', query: won },
    tone: member.wonDeals === 0 ? 'zero' : undefined,
  });
  return all.flatMap(([key, value, name, query, tone]): Figure[] => {
    if (value === null) return [];
    const figure: Figure = {
      key,
      value: formatCount(value),
      to: { name, query },
      tone: value === 0 ? 'zero' : tone,
    };
    return key === 'wonDeals' ? [figure, wonValue()] : [figure];
  });
}

/** Activities by kind, each with its rows. */
export const kindsOf = ({ byKind, userId }: MemberWork, { from, to }: TeamWork) =>
  ['call', 'visit', 'meeting', 'e-mail', 'fax', 'note'].flatMap((kind) => {
    const count = byKind[kind] as number | undefined;
    const query = { authorId: userId, kind, occurredAtFrom: from, occurredAtTo: to };
    return count ? [{ kind, count, to: { name: 'activities', query } }] : [];
  });
