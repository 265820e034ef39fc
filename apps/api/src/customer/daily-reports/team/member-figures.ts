import { may, type Actor } from '../../../platform/auth/actor.js';
import type { ListDefinition } from '../../../platform/lists/list-definition.js';
import { readListRequest, type RawQuery } from '../../../platform/lists/list-request.js';
import { conditions, Parameters, type Statement } from '../../../platform/lists/list-sql.js';
import { activityList } from '../../activities/activity.list.js';
import { appointmentList } from '../../calendar/appointment.list.js';
import { customerList } from '../../customers/customer.list.js';
import { opportunityList } from '../../opportunities/opportunity.list.js';
import { taskList } from '../../tasks/task.list.js';
import { addDays, type Period } from '../report-days.js';
import type { MemberWorkDto } from './team-work.dto.js';

/** Figures of each person over the rows that a list leaves with these filters: whoever follows one finds as many rows. */
interface MemberFigures {
  readonly list: ListDefinition;
  /** Expression of the person that a row belongs to. */
  readonly person: string;
  readonly filters: RawQuery;
  /** Figure → what it is over the rows, and what it is where there are none. */
  readonly figures: Partial<Record<keyof MemberWorkDto, readonly [sql: string, none: unknown]>>;
}

const COUNT = ['count(*)::int', 0] as const;
const BY_KIND = `(select jsonb_object_agg(k.kind, k.count) from (select kind, count(*) from unnest(array_agg(a.kind)) as kind group by 1) as k)`;

/** The seven days after a period. */
export const weekAfter = ({ to }: Period): Period => ({ from: addDays(to, 1), to: addDays(to, 7) });

export function memberFigures(period: Period): readonly MemberFigures[] {
  const { from, to } = period;
  const next = weekAfter(period);
  return [
    {
      list: activityList,
      person: 'a.owner_id',
      filters: { occurredAtFrom: from, occurredAtTo: to },
      figures: {
        activities: COUNT,
        byKind: [BY_KIND, {}],
        customers: [`count(distinct a.customer_id) filter (where a.kind <> 'note')::int`, 0],
      },
    },
    {
      list: opportunityList,
      person: 'o.owner_id',
      filters: { createdAtFrom: from, createdAtTo: to },
      figures: { newDeals: COUNT },
    },
    {
      list: opportunityList,
      person: 'o.owner_id',
      filters: { state: 'won', closedOnFrom: from, closedOnTo: to },
      figures: { wonDeals: COUNT, wonValue: ['coalesce(sum(o.value_cny), 0)::numeric(18,2)::text', '0.00'] },
    },
    {
      list: taskList,
      person: 't.owner_id',
      filters: { isOverdue: 'true' },
      figures: { overdueTasks: COUNT },
    },
    {
      list: taskList,
      person: 't.owner_id',
      filters: { state: 'open', dueOnFrom: next.from, dueOnTo: next.to },
      figures: { plannedTasks: COUNT },
    },
    {
      list: appointmentList,
      person: 'p.owner_id',
      filters: { startsAtFrom: next.from, startsAtTo: next.to },
      figures: { plannedAppointments: COUNT },
    },
    {
      list: customerList,
      person: 'c.owner_id',
      filters: { nextFollowUpOnFrom: next.from, nextFollowUpOnTo: next.to },
      figures: { plannedFollowUps: COUNT },
    },
  ];
}

/** What a person has where the list leaves her no row: nothing, or nothing known to a caller who may not see such rows. */
export const withoutRows = ({ list, figures }: MemberFigures, actor: Actor): object =>
  Object.fromEntries(
    Object.entries(figures).map(([name, [, none]]) => [
      name,
      may(actor, list.permission) || name === 'byKind' ? none : null,
    ]),
  );

export function figuresStatement(
  { list, person, filters, figures }: MemberFigures,
  userIds: readonly string[],
  actor: Actor,
): Statement {
  const parameters = new Parameters();
  const where = conditions(list, readListRequest(list, filters, actor), actor, parameters);
  where.push(`${person} = any(${parameters.add(userIds)}::uuid[])`);
  const columns = Object.entries(figures).map(([name, [sql]]) => `${sql} as "${name}"`);
  return {
    text: `select ${person} as "userId", ${columns.join(', ')} from ${list.table} ${list.joins ?? ''}
      where ${where.join(' and ')} group by ${person}`,
    values: parameters.values,
  };
}
