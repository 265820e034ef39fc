import { defineList } from '../../platform/lists/list-definition.js';
import { APPOINTMENT_KINDS } from './appointment.entity.js';
import { APPOINTMENT_STATES } from './appointment.transitions.js';

const STATE = `(case when p.done_at is null then 'planned' else 'done' end)`;

/** Appointments are seen by whoever is to go, and by whoever leads that person. */
export const appointmentList = defineList({
  resource: 'appointment',
  permission: 'activity:write',
  table: 'appointments p',
  joins: `left join customers c on c.id = p.customer_id left join contacts k on k.id = p.contact_id
          left join opportunities o on o.id = p.opportunity_id join users u on u.id = p.owner_id join users b on b.id = p.created_by`,
  key: 'p.id',
  columns: {
    id: 'p.id',
    kind: 'p.kind',
    subject: 'p.subject',
    location: 'p.location',
    note: 'p.note',
    startsAt: 'p.starts_at',
    endsAt: 'p.ends_at',
    remindMinutes: 'p.remind_minutes',
    state: STATE,
    activityId: 'p.activity_id',
    customerId: 'p.customer_id',
    customerName: 'c.name',
    contactId: 'p.contact_id',
    contactName: 'k.name',
    opportunityId: 'p.opportunity_id',
    opportunityName: { sqlFor: (sees) => (sees('opportunity:read') ? 'o.name' : 'null::text') },
    assigneeId: 'p.owner_id',
    assigneeName: 'u.display_name',
    createdByName: 'b.display_name',
    createdAt: 'p.created_at',
    version: 'p.version',
  },
  filters: {
    state: {
      kind: 'any-of',
      sql: STATE,
      type: 'text',
      values: APPOINTMENT_STATES,
      describe: 'Planned or done.',
    },
    kind: {
      kind: 'any-of',
      sql: 'p.kind',
      type: 'text',
      values: APPOINTMENT_KINDS,
      describe: 'What is planned.',
    },
    assigneeId: { kind: 'any-of', sql: 'p.owner_id', type: 'uuid', describe: 'Who is to go.' },
    customerId: { kind: 'any-of', sql: 'p.customer_id', type: 'uuid', describe: 'Customer.' },
    opportunityId: { kind: 'any-of', sql: 'p.opportunity_id', type: 'uuid', describe: 'Opportunity.' },
    startsAt: { kind: 'range', sql: 'p.starts_at', type: 'timestamptz', describe: 'When it begins.' },
  },
  sorts: { startsAt: { sql: 'p.starts_at', type: 'timestamptz' } },
  defaultSort: 'startsAt',
  scope: { owner: 'p.owner_id', department: 'p.department_id' },
  where: 'p.deleted_at is null',
});
