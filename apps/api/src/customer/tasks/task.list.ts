import { defineList } from '../../platform/lists/list-definition.js';
import { TASK_PRIORITIES } from './task.entity.js';

const TODAY = `(now() at time zone 'Asia/Shanghai')::date`;
const IS_OVERDUE = `(t.done_at is null and coalesce(t.due_on < ${TODAY}, false))`;
const STATE = `(case when t.done_at is null then 'open' else 'done' end)`;

/** Tasks are seen by whoever is to do them, and by whoever leads that person. */
export const taskList = defineList({
  resource: 'task',
  permission: 'activity:write',
  table: 'tasks t',
  joins: `left join customers c on c.id = t.customer_id join users u on u.id = t.owner_id join users b on b.id = t.created_by`,
  key: 't.id',
  columns: {
    id: 't.id',
    title: 't.title',
    note: 't.note',
    priority: 't.priority',
    dueOn: 't.due_on',
    state: STATE,
    isOverdue: IS_OVERDUE,
    doneAt: 't.done_at',
    customerId: 't.customer_id',
    customerName: 'c.name',
    contactId: 't.contact_id',
    opportunityId: 't.opportunity_id',
    assigneeId: 't.owner_id',
    assigneeName: 'u.display_name',
    createdByName: 'b.display_name',
    createdAt: 't.created_at',
    version: 't.version',
  },
  filters: {
    state: { kind: 'any-of', sql: STATE, type: 'text', values: ['open', 'done'], describe: 'Open or done.' },
    isOverdue: { kind: 'any-of', sql: IS_OVERDUE, type: 'boolean', describe: 'Open, and its day is over.' },
    priority: {
      kind: 'any-of',
      sql: 't.priority',
      type: 'text',
      values: TASK_PRIORITIES,
      describe: 'Priority.',
    },
    assigneeId: { kind: 'any-of', sql: 't.owner_id', type: 'uuid', describe: 'Who is to do it.' },
    customerId: { kind: 'any-of', sql: 't.customer_id', type: 'uuid', describe: 'Customer.' },
    opportunityId: { kind: 'any-of', sql: 't.opportunity_id', type: 'uuid', describe: 'Opportunity.' },
    dueOn: { kind: 'range', sql: 't.due_on', type: 'date', describe: 'Day by which.' },
  },
  sorts: {
    dueOn: { sql: `coalesce(t.due_on, 'infinity'::date)`, type: 'date' },
    createdAt: { sql: 't.created_at', type: 'timestamptz' },
  },
  defaultSort: 'dueOn',
  search: { sql: 't.search_text', prefixSql: 't.search_text' },
  scope: { owner: 't.owner_id', department: 't.department_id' },
  where: 't.deleted_at is null',
});
