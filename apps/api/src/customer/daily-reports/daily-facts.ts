import { may, type Actor } from '../../platform/auth/actor.js';
import { COMPANY_ZONE } from '../../platform/clock/company-time.js';
import { Parameters } from '../../platform/lists/list-sql.js';
import { scopeCondition, type ScopeColumns } from '../../platform/lists/scope.js';
import { activityList } from '../activities/activity.list.js';
import { FACT_SECTIONS, type DailyFactsDto } from './daily-facts.dto.js';

/** More than anybody does in a day by hand. */
const MOST_ITEMS = 200;

const COLUMNS = {
  what: 'text',
  title: 'text',
  text: 'text',
  next: 'text',
  customerId: 'uuid',
  customerName: 'text',
  stageZh: 'text',
  stageEn: 'text',
  at: 'timestamptz',
  on: 'date',
} as const;

interface Branch {
  readonly resource: string;
  readonly id: string;
  readonly columns: Partial<Record<keyof typeof COLUMNS, string>>;
  readonly from: string;
  readonly where: string;
}

const OPEN_TASK = 't.deleted_at is null and t.done_at is null';
const TASK = {
  resource: 'task',
  id: 't.id',
  from: 'tasks t left join customers c on c.id = t.customer_id and c.deleted_at is null',
} as const;
const TASK_COLUMNS = {
  title: 't.title',
  customerId: 'c.id',
  customerName: 'c.name',
  at: 't.done_at',
  on: 't.due_on',
} as const;

/** Whose day, as SQL expressions: `$1::uuid`, or the columns of a row. */
export interface DayOfPerson {
  readonly user: string;
  readonly day: string;
}

/**
 * SQL for what the system knows of a person's day, as `DailyFactsDto`, as far as the actor may see the records. A day is the
 * company's: what was done at 23:30 there belongs to it.
 */
export function dailyFacts({ user, day }: DayOfPerson, actor: Actor, parameters: Parameters): string {
  const midnight = (date: string): string => `((${date})::timestamp at time zone '${COMPANY_ZONE}')`;
  const during = (at: string): string => `${at} >= ${midnight(day)} and ${at} < ${midnight(`${day} + 1`)}`;
  const within = (columns: ScopeColumns, permission: string): string =>
    scopeCondition(columns, permission, actor, parameters) ?? 'true';
  const companyDay = (at: string): string => `(${at} at time zone '${COMPANY_ZONE}')::date`;
  const upToNextWorkday = (date: string): string => `${date} > ${day} and ${date} <= next_workday(${day})`;

  const sections: Record<keyof DailyFactsDto, readonly Branch[]> = {
    activities: [
      {
        resource: 'activity',
        id: 'a.id',
        columns: {
          what: 'a.kind',
          title: 'a.subject',
          text: 'left(a.content, 500)',
          next: 'a.next_step',
          customerId: 'a.customer_id',
          customerName: 'c.name',
          at: 'a.occurred_at',
          on: 'a.next_step_on',
        },
        from: 'activities a left join customers c on c.id = a.customer_id',
        where: `a.owner_id = ${user} and ${during('a.occurred_at')} and ${activityList.where}
          and ${within(activityList.scope, activityList.permission)}`,
      },
    ],
    dealMoves: [
      {
        resource: 'opportunity',
        id: 'o.id',
        columns: {
          what: `case when exists (select 1 from opportunity_stages e where e.opportunity_id = o.id and e.entered_at < h.entered_at) then s.kind else 'created' end`,
          title: 'o.name',
          customerId: 'o.customer_id',
          customerName: 'c.name',
          stageZh: 's.name_zh',
          stageEn: 's.name_en',
          at: 'h.entered_at',
        },
        from: `opportunity_stages h join opportunities o on o.id = h.opportunity_id join pipeline_stages s on s.id = h.stage_id
               left join customers c on c.id = o.customer_id`,
        where: `h.entered_by = ${user} and ${during('h.entered_at')} and o.deleted_at is null
          and ${within({ owner: 'o.owner_id', department: 'o.department_id' }, 'opportunity:read')}`,
      },
    ],
    newCustomers: [
      {
        resource: 'customer',
        id: 'c.id',
        columns: { title: 'c.name', customerId: 'c.id', customerName: 'c.name', at: 'c.created_at' },
        from: 'customers c',
        where: `c.owner_id = ${user} and ${during('c.created_at')} and c.deleted_at is null`,
      },
    ],
    tasksDone: [
      {
        ...TASK,
        columns: TASK_COLUMNS,
        where: `t.owner_id = ${user} and t.deleted_at is null and ${during('t.done_at')}`,
      },
    ],
    tasksOverdue: [
      {
        ...TASK,
        columns: TASK_COLUMNS,
        where: `t.owner_id = ${user} and ${OPEN_TASK} and t.due_on < ${day}`,
      },
    ],
    planned: [
      {
        resource: 'appointment',
        id: 'p.id',
        columns: {
          what: 'p.kind',
          title: 'p.subject',
          customerId: 'c.id',
          customerName: 'c.name',
          at: 'p.starts_at',
          on: companyDay('p.starts_at'),
        },
        from: 'appointments p left join customers c on c.id = p.customer_id and c.deleted_at is null',
        where: `p.owner_id = ${user} and p.deleted_at is null and p.done_at is null and ${upToNextWorkday(companyDay('p.starts_at'))}`,
      },
      {
        ...TASK,
        columns: TASK_COLUMNS,
        where: `t.owner_id = ${user} and ${OPEN_TASK} and ${upToNextWorkday('t.due_on')}`,
      },
      {
        resource: 'customer',
        id: 'c.id',
        columns: {
          title: 'c.name',
          text: `(select a.next_step from activities a where a.customer_id = c.id and a.deleted_at is null
                   order by a.occurred_at desc, a.id desc limit 1)`,
          customerId: 'c.id',
          customerName: 'c.name',
          on: 'c.next_follow_up_on',
        },
        from: 'customers c',
        where: `c.owner_id = ${user} and c.deleted_at is null and ${upToNextWorkday('c.next_follow_up_on')}`,
      },
    ],
  };
  const parts = FACT_SECTIONS.map((name) => `'${name}', ${sectionOf(sections[name])}`);
  return `jsonb_build_object(${parts.join(',\n')})`;
}

function sectionOf(branches: readonly Branch[]): string {
  const rows = branches.map(({ resource, id, columns, from, where }) => {
    const told = Object.entries(COLUMNS).map(
      ([name, type]) => `${columns[name as keyof typeof COLUMNS] ?? `null::${type}`} as "${name}"`,
    );
    return `select '${resource}' as resource, ${id} as "recordId", ${told.join(', ')} from ${from} where ${where}`;
  });
  const counted = `select x.*, count(*) over ()::int as total from (${rows.join(' union all ')}) as x order by x."on", x.at, x."recordId" limit ${MOST_ITEMS}`;
  return `(select jsonb_build_object('total', coalesce(max(f.total), 0),
      'items', coalesce(jsonb_agg(to_jsonb(f) - 'total' order by f.at, f."on", f."recordId"), '[]')) from (${counted}) as f)`;
}

const NONE = { total: 0, items: [] } as const;

/** Of facts as stored, what a reader sees: complete, and without deals for whoever may see none. */
export function seenFacts(stored: Partial<DailyFactsDto>, reader: Actor): DailyFactsDto {
  const facts = Object.fromEntries(FACT_SECTIONS.map((name) => [name, stored[name] ?? NONE]));
  if (!may(reader, 'opportunity:read')) facts.dealMoves = null as never;
  return facts as unknown as DailyFactsDto;
}
