import { defineList, type ListDefinition } from '../../platform/lists/list-definition.js';
import { APPROVAL_STATES } from './approval-words.js';
import { STUCK_REASON } from './stuck.js';

const WAITS_FOR = `(select string_agg(distinct w.display_name, ', ') from approval_tasks x join users w on w.id = x.assignee_id
  where x.approval_id = a.id and x.state = 'open')`;
export const APPROVAL_COLUMNS = {
  id: 'a.id',
  documentType: 'a.document_type',
  documentId: 'a.document_id',
  documentNumber: 'a.document_number',
  title: 'a.title',
  link: 'a.link',
  amount: 'a.amount::text',
  state: 'a.state',
  round: 'a.round',
  snapshotId: 'a.snapshot_id',
  submitterId: 'a.submitter_id',
  submitterName: 's.display_name',
  departmentName: '(select d.name from departments d where d.id = a.department_id)',
  stageName: 'g.name',
  waitsFor: WAITS_FOR,
  dueAt: 'g.due_at',
  stuckReason: STUCK_REASON,
  submittedAt: 'a.submitted_at',
  finishedAt: 'a.finished_at',
  version: 'a.version',
} as const;

const JOINS = `join users s on s.id = a.submitter_id left join approval_stages g on g.approval_id = a.id and g.state = 'active'`;

const FILTERS: ListDefinition['filters'] = {
  documentType: { kind: 'any-of', sql: 'a.document_type', type: 'text', describe: 'Kind of document.' },
  state: { kind: 'any-of', sql: 'a.state', type: 'text', values: APPROVAL_STATES, describe: 'State.' },
  submitterId: { kind: 'any-of', sql: 'a.submitter_id', type: 'uuid', describe: 'Who submitted it.' },
  departmentId: {
    kind: 'any-of',
    sql: 'a.department_id',
    type: 'uuid',
    describe: 'Department of the submitter.',
  },
  amount: { kind: 'range', sql: 'a.amount', type: 'numeric', describe: 'Amount.' },
  submittedAt: {
    kind: 'range',
    sql: 'a.submitted_at',
    type: 'timestamptz',
    describe: 'When it was submitted.',
  },
};
const SUBMITTED: ListDefinition['sorts'] = { submittedAt: { sql: 'a.submitted_at', type: 'timestamptz' } };
const SEARCH = { sql: 'a.search_text', prefixSql: 'a.search_text' };

/** All, for administrators; `isStuck` finds those that nobody can decide. */
export const approvalList = defineList({
  resource: 'approval-administration',
  permission: 'approval:administer',
  table: 'approvals a',
  joins: JOINS,
  key: 'a.id',
  columns: APPROVAL_COLUMNS,
  filters: {
    ...FILTERS,
    documentId: { kind: 'any-of', sql: 'a.document_id', type: 'uuid', describe: 'The document.' },
    isStuck: {
      kind: 'any-of',
      sql: `(${STUCK_REASON} is not null)`,
      type: 'boolean',
      describe: 'Nobody can decide it.',
    },
    isOverdue: {
      kind: 'any-of',
      sql: `exists (select 1 from approval_stages o where o.approval_id = a.id and o.state = 'active' and o.due_at < now())`,
      type: 'boolean',
      describe: 'Past its deadline.',
    },
  },
  sorts: SUBMITTED,
  defaultSort: '-submittedAt',
  search: SEARCH,
});

/** Whatever the caller takes or took part in; also what the global search looks through. */
export const ownApprovalList = defineList({
  ...approvalList,
  resource: 'approval',
  permission: 'approval:read',
  joins: `${JOINS} join approval_participants p on p.approval_id = a.id`,
  filters: FILTERS,
  mine: 'p.user_id',
});

export const sentList = defineList({
  ...ownApprovalList,
  resource: 'sent-approval',
  joins: JOINS,
  mine: 'a.submitter_id',
});

/** The definition of the stage's node says whether it may be approved together with others. */
const ALLOWS_BULK = `coalesce((select (n ->> 'allowsBulk')::boolean from approval_flow_versions v, jsonb_array_elements(v.definition -> 'nodes') n
  where v.id = a.flow_version_id and n ->> 'id' = g.node_id), false)`;

export const inboxList = defineList({
  resource: 'inbox-approval',
  permission: 'approval:read',
  table: 'approval_tasks t',
  joins: `join approvals a on a.id = t.approval_id ${JOINS}`,
  key: 't.id',
  columns: {
    ...APPROVAL_COLUMNS,
    taskId: 't.id',
    waitingSince: 't.created_at',
    urgedAt: 't.urged_at',
    allowsBulk: ALLOWS_BULK,
    onBehalfOfName: '(select o.display_name from users o where o.id = t.on_behalf_of_id)',
  },
  filters: FILTERS,
  sorts: {
    waitingSince: { sql: 't.created_at', type: 'timestamptz' },
    dueAt: { sql: `coalesce(g.due_at, 'infinity')`, type: 'timestamptz' },
  },
  defaultSort: '-waitingSince',
  search: SEARCH,
  mine: 't.assignee_id',
  // Who has two seats in a stage decides once.
  where: `t.state = 'open' and not exists (select 1 from approval_tasks e where e.stage_id = t.stage_id
    and e.assignee_id = t.assignee_id and e.state = 'open' and e.id < t.id)`,
});

export const doneList = defineList({
  resource: 'done-approval',
  permission: 'approval:read',
  table: 'approval_tasks t',
  joins: `join approvals a on a.id = t.approval_id ${JOINS}`,
  key: 't.id',
  columns: { ...APPROVAL_COLUMNS, taskId: 't.id', decision: 't.state', decidedAt: 't.decided_at' },
  filters: {
    ...FILTERS,
    decision: {
      kind: 'any-of',
      sql: 't.state',
      type: 'text',
      values: ['approved', 'returned'],
      describe: 'What was decided.',
    },
  },
  sorts: { decidedAt: { sql: 't.decided_at', type: 'timestamptz' } },
  defaultSort: '-decidedAt',
  search: SEARCH,
  mine: 't.decided_by_id',
  where: 't.decided_at is not null',
});

export const copiedList = defineList({
  resource: 'copied-approval',
  permission: 'approval:read',
  table: 'approval_copies y',
  joins: `join approvals a on a.id = y.approval_id ${JOINS}`,
  key: 'y.id',
  columns: {
    ...APPROVAL_COLUMNS,
    copyId: 'y.id',
    reason: 'y.reason',
    readAt: 'y.read_at',
    copiedAt: 'y.created_at',
  },
  filters: {
    ...FILTERS,
    isRead: { kind: 'any-of', sql: '(y.read_at is not null)', type: 'boolean', describe: 'Read or not.' },
  },
  sorts: { copiedAt: { sql: 'y.created_at', type: 'timestamptz' } },
  defaultSort: '-copiedAt',
  search: SEARCH,
  mine: 'y.user_id',
});
