import { defineList } from '../../platform/lists/list-definition.js';
import { REVISION_STATES } from './price-revision.entity.js';
import { OLD_PRICE } from './old-prices.js';

const EXTREME = (which: 'max' | 'min', sign: '>' | '<'): string =>
  `(select round(${which}(l.price / nullif(old.price, 0) - 1), 4)::text from price_revision_lines l ${OLD_PRICE}
     where l.revision_id = r.id and l.price ${sign} old.price)`;

export const priceRevisionList = defineList({
  resource: 'price-revision',
  permission: 'price-revision:read',
  table: 'price_revisions r',
  joins: 'join users u on u.id = r.owner_id',
  key: 'r.id',
  columns: {
    id: 'r.id',
    number: 'r.number',
    title: 'r.title',
    state: 'r.state',
    effectiveOn: 'r.effective_on',
    isInEffect: `(r.state = 'approved' and r.effective_on <= company_today())`,
    reason: 'r.reason',
    backdatingReason: 'r.backdating_reason',
    lines: '(select count(*)::int from price_revision_lines l where l.revision_id = r.id)',
    largestRise: EXTREME('max', '>'),
    largestFall: EXTREME('min', '<'),
    approvedAt: 'r.approved_at',
    withdrawnAt: 'r.withdrawn_at',
    approvalId: `(select a.id from approvals a where a.document_type = 'price-revision' and a.document_id = r.id order by a.id desc limit 1)`,
    ownerId: 'r.owner_id',
    ownerName: 'u.display_name',
    departmentId: 'r.department_id',
    createdAt: 'r.created_at',
    updatedAt: 'r.updated_at',
    version: 'r.version',
  },
  filters: {
    state: { kind: 'any-of', sql: 'r.state', type: 'text', values: REVISION_STATES, describe: 'State.' },
    ownerId: { kind: 'any-of', sql: 'r.owner_id', type: 'uuid', describe: 'Who keeps it.' },
    effectiveOn: { kind: 'range', sql: 'r.effective_on', type: 'date', describe: 'Day of effect.' },
    tableId: {
      kind: 'any-of',
      sql: 'exists (select 1 from price_revision_lines l where l.revision_id = r.id and l.table_id = any(?))',
      type: 'uuid',
      describe: 'Has lines of this table.',
    },
    productId: {
      kind: 'any-of',
      sql: 'exists (select 1 from price_revision_lines l where l.revision_id = r.id and l.product_id = any(?))',
      type: 'uuid',
      describe: 'Has lines of this product.',
    },
  },
  sorts: {
    createdAt: { sql: 'r.created_at', type: 'timestamptz' },
    effectiveOn: { sql: 'r.effective_on', type: 'date' },
  },
  defaultSort: '-createdAt',
  scope: { owner: 'r.owner_id', department: 'r.department_id' },
  where: 'r.deleted_at is null',
});
