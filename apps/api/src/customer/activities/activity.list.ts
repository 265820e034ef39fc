import { defineList } from '../../platform/lists/list-definition.js';
import { ACTIVITY_KINDS } from './activity.entity.js';

/** An activity is seen with its customer; one without a customer is its author's. */
const OWNER = 'case when a.customer_id is null then a.owner_id else c.owner_id end';
const DEPARTMENT = 'case when a.customer_id is null then a.department_id else c.department_id end';

export const activityList = defineList({
  resource: 'activity',
  permission: 'customer:read',
  table: 'activities a',
  joins: `left join customers c on c.id = a.customer_id left join contacts k on k.id = a.contact_id
          left join opportunities o on o.id = a.opportunity_id left join users u on u.id = a.owner_id`,
  key: 'a.id',
  columns: {
    id: 'a.id',
    kind: 'a.kind',
    subject: 'a.subject',
    content: 'a.content',
    occurredAt: 'a.occurred_at',
    durationMinutes: 'a.duration_minutes',
    customerId: 'a.customer_id',
    customerName: 'c.name',
    contactId: 'a.contact_id',
    contactName: 'k.name',
    opportunityId: 'a.opportunity_id',
    opportunityName: { sqlFor: (sees) => (sees('opportunity:read') ? 'o.name' : 'null::text') },
    participantIds: 'a.participant_ids',
    participantNames: `array(select p.display_name from users p where p.id = any(a.participant_ids) order by p.id)`,
    nextStep: 'a.next_step',
    nextStepOn: 'a.next_step_on',
    authorId: 'a.owner_id',
    authorName: 'u.display_name',
    authorDepartmentId: 'a.department_id',
    createdAt: 'a.created_at',
    version: 'a.version',
  },
  filters: {
    kind: {
      kind: 'any-of',
      sql: 'a.kind',
      type: 'text',
      values: ACTIVITY_KINDS,
      describe: 'What was done.',
    },
    customerId: { kind: 'any-of', sql: 'a.customer_id', type: 'uuid', describe: 'Customer.' },
    contactId: { kind: 'any-of', sql: 'a.contact_id', type: 'uuid', describe: 'Contact.' },
    opportunityId: { kind: 'any-of', sql: 'a.opportunity_id', type: 'uuid', describe: 'Opportunity.' },
    authorId: { kind: 'any-of', sql: 'a.owner_id', type: 'uuid', describe: 'Author.' },
    occurredAt: { kind: 'range', sql: 'a.occurred_at', type: 'timestamptz', describe: 'When.' },
    nextStepOn: { kind: 'range', sql: 'a.next_step_on', type: 'date', describe: 'Day of the next step.' },
  },
  sorts: { occurredAt: { sql: 'a.occurred_at', type: 'timestamptz' } },
  defaultSort: '-occurredAt',
  search: { sql: 'a.search_text', prefixSql: 'a.search_text' },
  scope: { owner: OWNER, department: DEPARTMENT },
  where: 'a.deleted_at is null and (a.customer_id is null or c.deleted_at is null)',
});
