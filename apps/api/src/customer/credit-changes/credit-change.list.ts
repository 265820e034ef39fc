import { defineList } from '../../platform/lists/list-definition.js';
import { CREDIT_CHANGE_STATES } from './credit-change.entity.js';

const SEES = 'customer:see-credit';
/** Before it is submitted it compares with the customer as she is now. */
const BEFORE = (stored: string, now: string) =>
  `case when x.state in ('in_review', 'effective') then x.${stored} else c.${now} end`;

/** Names of its files, as they were attached. */
const FILES = `(select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size) order by array_position(x.file_ids, f.id)), '[]')
  from files f where f.id = any(x.file_ids))`;

export const creditChangeList = defineList({
  resource: 'credit-limit-change',
  permission: 'credit-limit-change:read',
  table: 'credit_limit_changes x',
  joins: 'join customers c on c.id = x.customer_id left join users u on u.id = x.owner_id',
  key: 'x.id',
  columns: {
    id: 'x.id',
    number: 'x.number',
    customerId: 'x.customer_id',
    customerName: 'c.name',
    customerNumber: 'c.number',
    oldLimit: { sql: `(${BEFORE('old_limit', 'credit_limit')})::text`, permission: SEES },
    newLimit: { sql: 'x.new_limit::text', permission: SEES },
    oldTermsDays: { sql: BEFORE('old_terms_days', 'payment_terms_days'), permission: SEES },
    newTermsDays: { sql: 'x.new_terms_days', permission: SEES },
    reason: 'x.reason',
    fileIds: 'x.file_ids',
    files: FILES,
    state: 'x.state',
    returnReason: 'x.return_reason',
    approvalId: `(select a.id from approvals a where a.document_type = 'credit-limit-change' and a.document_id = x.id order by a.id desc limit 1)`,
    ownerId: 'x.owner_id',
    ownerName: 'u.display_name',
    departmentId: 'x.department_id',
    effectiveAt: 'x.effective_at',
    createdAt: 'x.created_at',
    version: 'x.version',
  },
  filters: {
    customerId: { kind: 'any-of', sql: 'x.customer_id', type: 'uuid', describe: 'Customer.' },
    state: { kind: 'any-of', sql: 'x.state', type: 'text', values: CREDIT_CHANGE_STATES, describe: 'State.' },
    ownerId: { kind: 'any-of', sql: 'x.owner_id', type: 'uuid', describe: 'Who asks for it.' },
    newLimit: {
      kind: 'range',
      sql: 'x.new_limit',
      type: 'numeric',
      describe: 'Limit wanted.',
      permission: SEES,
    },
    createdAt: { kind: 'range', sql: 'x.created_at', type: 'timestamptz', describe: 'When it was entered.' },
  },
  sorts: {
    createdAt: { sql: 'x.created_at', type: 'timestamptz' },
    newLimit: { sql: 'x.new_limit', type: 'numeric', permission: SEES },
  },
  defaultSort: '-createdAt',
  scope: { owner: 'x.owner_id', department: 'x.department_id' },
});
