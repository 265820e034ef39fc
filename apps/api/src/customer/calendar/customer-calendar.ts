import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CalendarSources, type CalendarSource } from './calendar-sources.js';

const CUSTOMER = { customerId: 'c.id', customerName: 'c.name' };
const own = (alias: string, permission: string) => ({
  permission,
  owner: `${alias}.owner_id`,
  department: `${alias}.department_id`,
});

const APPOINTMENT: CalendarSource = {
  kind: 'appointment',
  columns: { ...CUSTOMER, what: 'p.kind', title: `coalesce(nullif(p.subject, ''), c.name)` },
  from: 'appointments p left join customers c on c.id = p.customer_id',
  id: 'p.id',
  version: 'p.version',
  owner: 'p.owner_id',
  time: { starts: 'p.starts_at', ends: 'p.ends_at', longest: '744 hours' },
  where: 'p.deleted_at is null',
  isDone: 'p.done_at is not null',
  scope: own('p', 'activity:write'),
  movePermission: 'activity:write',
};

/** What was done without having been planned. Seen with its customer; one without is its author's. */
const ACTIVITY: CalendarSource = {
  kind: 'activity',
  columns: {
    ...CUSTOMER,
    what: 'a.kind',
    title: `coalesce(nullif(a.subject, ''), c.name, left(a.content, 60))`,
  },
  from: 'activities a left join customers c on c.id = a.customer_id',
  id: 'a.id',
  version: 'a.version',
  owner: 'a.owner_id',
  time: {
    starts: 'a.occurred_at',
    ends: `a.occurred_at + make_interval(mins => greatest(coalesce(a.duration_minutes, 30), 15))`,
    longest: '24 hours 1 minute',
  },
  where: `a.deleted_at is null and (a.customer_id is null or c.deleted_at is null)
    and not exists (select 1 from appointments x where x.activity_id = a.id and x.deleted_at is null)`,
  isDone: 'true',
  scope: {
    permission: 'customer:read',
    owner: 'case when a.customer_id is null then a.owner_id else c.owner_id end',
    department: 'case when a.customer_id is null then a.department_id else c.department_id end',
  },
};

const TASK: CalendarSource = {
  kind: 'task',
  columns: { ...CUSTOMER, what: 't.priority', title: 't.title' },
  from: 'tasks t left join customers c on c.id = t.customer_id',
  id: 't.id',
  version: 't.version',
  owner: 't.owner_id',
  time: { day: `coalesce(t.due_on, 'infinity'::date)` },
  where: 't.deleted_at is null',
  isDone: 't.done_at is not null',
  scope: own('t', 'activity:write'),
  movePermission: 'activity:write',
};

const FOLLOW_UP: CalendarSource = {
  kind: 'follow-up',
  columns: { ...CUSTOMER, title: 'c.name' },
  from: 'customers c',
  id: 'c.id',
  version: 'c.version',
  owner: 'c.owner_id',
  time: { day: 'c.next_follow_up_on' },
  where: 'c.deleted_at is null',
  isDone: 'false',
  scope: own('c', 'customer:read'),
  movePermission: 'customer:change',
};

const CLOSING: CalendarSource = {
  kind: 'closing',
  columns: { ...CUSTOMER, title: 'o.name' },
  from: 'opportunities o left join customers c on c.id = o.customer_id',
  id: 'o.id',
  version: 'o.version',
  owner: 'o.owner_id',
  time: { day: 'o.expected_close_on' },
  where: `o.deleted_at is null and o.state = 'open'`,
  isDone: 'false',
  scope: own('o', 'opportunity:read'),
  movePermission: 'opportunity:change',
};

/** The customer's own kinds. */
@Injectable()
export class CustomerCalendar implements OnModuleInit {
  constructor(private readonly sources: CalendarSources) {}

  onModuleInit(): void {
    this.sources.register(APPOINTMENT, ACTIVITY, TASK, FOLLOW_UP, CLOSING);
  }
}
