import type { Actor } from '../../platform/auth/actor.js';
import type { ListDefinition } from '../../platform/lists/list-definition.js';
import type { ListRequest } from '../../platform/lists/list-request.js';
import { Parameters, type Statement } from '../../platform/lists/list-sql.js';
import { scopeCondition } from '../../platform/lists/scope.js';
import { TIMELINE_KINDS, type TimelineKind } from './timeline.dto.js';

/** Its parameters, as lists have them; the rows come from several tables, so the statement is its own. */
export const timelineList: ListDefinition = {
  resource: 'timeline',
  permission: 'customer:read',
  table: 'customers c',
  key: 'id',
  columns: {},
  filters: {
    kind: {
      kind: 'any-of',
      sql: 'kind',
      type: 'text',
      values: TIMELINE_KINDS,
      describe: 'What kind of thing.',
    },
  },
  sorts: { at: { sql: 'at', type: 'timestamptz' } },
  defaultSort: '-at',
};

/** Whether a record with this owner and department is the caller's to see, as SQL. */
type Seen = (owner: string, department: string) => string;

interface Branch {
  /** Columns: id, kind, at, recordId, what, title, text, with, amount, nextOn, person (user id). */
  readonly columns: string | ((seen: Seen) => string);
  readonly from: string;
  /** The indexed column by which the table is read, newest first. */
  readonly at: string;
  readonly id: string;
  readonly where: string;
  /** Days instead of instants: the day begins at midnight of the company's clock. */
  readonly isDay?: boolean;
  readonly scope?: { readonly permission: string; readonly owner: string; readonly department: string };
}

/** Each is a walk down one index, as far as the page reaches. */
const BRANCHES: Readonly<Record<TimelineKind, Branch>> = {
  activity: {
    columns: `a.id as "recordId", a.kind as what, a.subject as title, a.content as text, (select k.name from contacts k where k.id = a.contact_id) as "with",
      null::text as amount, a.next_step_on as "nextOn", a.owner_id as person`,
    from: 'activities a',
    at: 'a.occurred_at',
    id: 'a.id',
    where: 'a.customer_id = $1 and a.deleted_at is null',
  },
  task: {
    columns: `t.id, case when t.done_at is null then 'open' else 'done' end, t.title, t.note, null, null, t.due_on, t.owner_id`,
    from: 'tasks t',
    at: 't.created_at',
    id: 't.id',
    where: 't.customer_id = $1 and t.deleted_at is null',
    scope: { permission: 'activity:write', owner: 't.owner_id', department: 't.department_id' },
  },
  opportunity: {
    columns: `o.id, s.kind, o.name, h.note, s.name_zh, o.value_cny::text, null::date, h.entered_by`,
    from: 'opportunities o join opportunity_stages h on h.opportunity_id = o.id join pipeline_stages s on s.id = h.stage_id',
    at: 'h.entered_at',
    id: 'h.id',
    where: 'o.customer_id = $1 and o.deleted_at is null',
    scope: { permission: 'opportunity:read', owner: 'o.owner_id', department: 'o.department_id' },
  },
  order: {
    columns: `o.id, null, o.number, null, null,
      (select round(sum(l.sales_amount), 2)::text from order_lines l where l.order_id = o.id), null::date, o.owner_id`,
    from: 'orders o',
    at: 'o.ordered_on',
    id: 'o.id',
    where: 'o.customer_id = $1 and o.deleted_at is null',
    isDay: true,
    scope: { permission: 'order:read', owner: 'o.owner_id', department: 'o.department_id' },
  },
  contact: {
    columns: `k.id, null, k.name, k.title, null, null, null::date, null::uuid`,
    from: 'contacts k',
    at: 'k.created_at',
    id: 'k.id',
    where: 'k.customer_id = $1 and k.deleted_at is null',
  },
  'contact-move': {
    // The contact may be beyond the caller's reach by now; what he was here is not.
    columns: (
      seen,
    ) => `m.contact_id, case when m.to_customer_id = $1 then 'came' else 'went' end, (select k.name from contacts k where k.id = m.contact_id), m.reason,
      (select c.name from customers c where c.id = case when m.to_customer_id = $1 then m.from_customer_id else m.to_customer_id end
          and c.deleted_at is null and ${seen('c.owner_id', 'c.department_id')}), null, null::date, m.moved_by`,
    from: `(select * from contact_moves where from_customer_id = $1 union all select * from contact_moves where to_customer_id = $1) as m`,
    at: 'm.moved_at',
    id: 'm.id',
    where: 'true',
  },
  stage: {
    columns: `h.customer_id, h.aspect, h.after, h.reason, h.before, null, null::date, h.changed_by`,
    from: 'customer_stage_changes h',
    at: 'h.changed_at',
    id: 'h.id',
    where: 'h.customer_id = $1',
  },
};

/** One page in one statement: of each kind no more than the page can hold, then the newest of all. */
export function timelineStatement(customerId: string, request: ListRequest, actor: Actor): Statement {
  const parameters = new Parameters([customerId]);
  const chosen = request.filters.flatMap(({ values }) => values);
  const kinds = chosen.length > 0 ? TIMELINE_KINDS.filter((kind) => chosen.includes(kind)) : TIMELINE_KINDS;
  const limit = parameters.add(request.limit + 1);
  const { cursor } = request;
  const after = cursor && { at: parameters.add(cursor.value), id: parameters.add(cursor.key) };
  const seen: Seen = (owner, department) =>
    scopeCondition({ owner, department }, 'customer:read', actor, parameters) ?? 'true';
  const branches = kinds.map((kind) => {
    const { columns: declared, from, at, id, where, isDay, scope } = BRANCHES[kind];
    const columns = typeof declared === 'string' ? declared : declared(seen);
    const instant = isDay ? `(${at}::timestamp at time zone 'Asia/Shanghai')` : at;
    const conditions = [where];
    if (after) {
      conditions.push(`(${instant}, ${id}) < (${after.at}::timestamptz, ${after.id}::uuid)`);
      // What the index can walk by.
      if (isDay) conditions.push(`${at} <= (${after.at}::timestamptz at time zone 'Asia/Shanghai')::date`);
    }
    const within = scope && scopeCondition(scope, scope.permission, actor, parameters);
    if (within) conditions.push(within);
    return `(select ${id} as id, '${kind}' as kind, ${instant} as at, ${columns} from ${from}
      where ${conditions.join(' and ')} order by ${at} desc, ${id} desc limit ${limit}::int)`;
  });
  // The first branch names the columns of all; without it an empty one does.
  const named = kinds.includes('activity') ? [] : [NAMES];
  const text = `select e.id, e.kind, e.at, e."recordId", e.what, e.title, e.text, e."with", e.amount, e."nextOn", u.display_name as "personName",
      e.at::text as "_value", e.id::text as "_key"
    from (${[...named, ...branches].join('\nunion all\n')} order by at desc, id desc limit ${limit}::int) as e
    left join users u on u.id = e.person order by e.at desc, e.id desc`;
  return { text, values: parameters.values };
}

const NAMES = `(select null::uuid as id, '' as kind, null::timestamptz as at, null::uuid as "recordId", null::text as what, null::text as title,
  null::text as text, null::text as "with", null::text as amount, null::date as "nextOn", null::uuid as person where false)`;
