import { Injectable, type OnModuleInit } from '@nestjs/common';
import { may, type Actor } from '../../platform/auth/actor.js';
import { withoutSensitive } from '../../platform/auth/sensitive-fields.js';
import { CustomFields } from '../../platform/custom-fields/custom-fields.js';
import { TimelineSources, type TimelineBranch } from './timeline-sources.js';

const FILES_OF_ACTIVITY = `(select jsonb_agg(jsonb_build_object('id', t.id, 'title', t.title, 'address', t.address) order by t.created_at, t.id)
  from attachments t where t.resource = 'activity' and t.record_id = a.id and t.deleted_at is null)`;

const ACTIVITY: TimelineBranch = {
  columns: {
    recordId: 'a.id',
    what: 'a.kind',
    title: 'a.subject',
    text: 'a.content',
    with: '(select k.name from contacts k where k.id = a.contact_id)',
    nextOn: 'a.next_step_on',
    files: FILES_OF_ACTIVITY,
    person: 'a.owner_id',
  },
  from: 'activities a',
  at: 'a.occurred_at',
  id: 'a.id',
  where: 'a.customer_id = $1 and a.deleted_at is null',
};

const TASK: TimelineBranch = {
  columns: {
    recordId: 't.id',
    what: `case when t.done_at is null then 'open' else 'done' end`,
    title: 't.title',
    text: 't.note',
    nextOn: 't.due_on',
    person: 't.owner_id',
  },
  from: 'tasks t',
  at: 't.created_at',
  id: 't.id',
  where: 't.customer_id = $1 and t.deleted_at is null',
  scope: { permission: 'activity:write', owner: 't.owner_id', department: 't.department_id' },
};

const DEALS = { permission: 'opportunity:read', owner: 'o.owner_id', department: 'o.department_id' };

const OPPORTUNITY: TimelineBranch = {
  columns: {
    recordId: 'o.id',
    what: 's.kind',
    title: 'o.name',
    text: 'h.note',
    with: 's.name_zh',
    amount: 'o.value_cny::text',
    person: 'h.entered_by',
  },
  from: 'opportunities o join opportunity_stages h on h.opportunity_id = o.id join pipeline_stages s on s.id = h.stage_id',
  at: 'h.entered_at',
  id: 'h.id',
  where: 'o.customer_id = $1 and o.deleted_at is null',
  scope: DEALS,
};

const CONTACT: TimelineBranch = {
  columns: { recordId: 'k.id', title: 'k.name', text: 'k.title' },
  from: 'contacts k',
  at: 'k.created_at',
  id: 'k.id',
  where: 'k.customer_id = $1 and k.deleted_at is null',
};

/** The contact and the other customer may be beyond the caller's reach by now; that he was here, or came, is not. */
const CONTACT_MOVE: TimelineBranch = {
  columns: {
    recordId: 'm.contact_id',
    what: `case when m.to_customer_id = $1 then 'came' else 'went' end`,
    title: '(select k.name from contacts k where k.id = m.contact_id)',
    text: 'm.reason',
    with: (isSeen) => `(select c.name from customers c
      where c.id = case when m.to_customer_id = $1 then m.from_customer_id else m.to_customer_id end
        and c.deleted_at is null and ${isSeen('customer:read', 'c.owner_id', 'c.department_id')})`,
    person: 'm.moved_by',
  },
  from: `(select * from contact_moves where from_customer_id = $1 union all select * from contact_moves where to_customer_id = $1) as m`,
  at: 'm.moved_at',
  id: 'm.id',
  where: 'true',
};

const STAGE: TimelineBranch = {
  columns: {
    recordId: 'h.customer_id',
    what: 'h.aspect',
    title: 'h.after',
    text: 'h.reason',
    with: 'h.before',
    person: 'h.changed_by',
  },
  from: 'customer_stage_changes h',
  at: 'h.changed_at',
  id: 'h.id',
  where: 'h.customer_id = $1',
};

const fileColumns = {
  recordId: 't.id',
  title: 't.title',
  text: 't.description',
  files: `jsonb_build_array(jsonb_build_object('id', t.id, 'title', t.title, 'address', t.address))`,
};
const versionsOf = (resource: string): TimelineBranch => ({
  columns: {
    ...fileColumns,
    what: `case v.number when 1 then 'file' else 'version' end`,
    person: 'v.created_by',
  },
  from: 'attachments t join attachment_versions v on v.attachment_id = t.id',
  at: 'v.created_at',
  id: 'v.id',
  where: `t.resource = '${resource}' and t.record_id = $1 and t.deleted_at is null`,
});
/** Files of the customer and of its opportunities; those of an activity stand at the activity. */
const FILES: readonly TimelineBranch[] = [
  versionsOf('customer'),
  {
    columns: { ...fileColumns, what: `'link'`, person: 't.created_by' },
    from: 'attachments t',
    at: 't.created_at',
    id: 't.id',
    where: `t.resource = 'customer' and t.record_id = $1 and t.address is not null and t.deleted_at is null`,
  },
  {
    ...versionsOf('opportunity'),
    columns: { ...versionsOf('opportunity').columns, with: 'o.name' },
    from: `opportunities o join attachments t on t.resource = 'opportunity' and t.record_id = o.id join attachment_versions v on v.attachment_id = t.id`,
    where: 'o.customer_id = $1 and o.deleted_at is null and t.deleted_at is null',
    scope: DEALS,
  },
];

/** The customer's own kinds. What changes by itself, or is told by an entry of its own, counts as no change of a field. */
@Injectable()
export class CustomerTimeline implements OnModuleInit {
  constructor(
    private readonly sources: TimelineSources,
    private readonly fields: CustomFields,
  ) {}

  onModuleInit(): void {
    const always =
      (...branches: TimelineBranch[]) =>
      () =>
        branches;
    this.sources.register(
      { kind: 'activity', branches: always(ACTIVITY) },
      { kind: 'task', branches: always(TASK) },
      { kind: 'opportunity', branches: always(OPPORTUNITY) },
      { kind: 'contact', branches: always(CONTACT) },
      { kind: 'contact-move', branches: always(CONTACT_MOVE) },
      { kind: 'stage', branches: always(STAGE) },
      { kind: 'file', branches: always(...FILES) },
      { kind: 'change', branches: (actor) => this.changes(actor) },
    );
  }

  private changes(actor: Actor): TimelineBranch[] {
    const change = (resource: string, recordId: string): TimelineBranch => {
      const [before, after] = (['before', 'after'] as const).map((side) =>
        this.seen(`e.${side}`, resource, actor),
      );
      return {
        columns: { recordId: 'e.record_id', what: `'${resource}'`, before, after, person: 'e.actor_id' },
        from: 'audit_entries e',
        at: 'e.occurred_at',
        id: ENTRY_ID,
        // What is left to see when the hidden is gone has changed, too.
        where: `e.resource = '${resource}' and ${recordId} and e.operation = 'update' and is_change_of_fields(e.after) and ${before} <> ${after}`,
      };
    };
    const contact = change('contact', 'e.record_id = k.id');
    return [
      change('customer', 'e.record_id = $1'),
      {
        ...contact,
        columns: { ...contact.columns, title: 'k.name' },
        from: 'contacts k join audit_entries e on e.record_id = k.id',
        where: `k.customer_id = $1 and k.deleted_at is null and ${contact.where}`,
      },
      BEGINNING,
    ];
  }

  /** Audited columns without what the reader may not see. */
  private seen(sql: string, resource: string, actor: Actor): string {
    const open = withoutSensitive(sql, `'${resource}'`, (permission) => may(actor, permission));
    const visible = new Set(this.fields.visible(resource, actor));
    const hidden = this.fields.of(resource).filter((field) => !visible.has(field));
    return hidden.reduce(
      (kept, { code }) => `((${kept} #- '{custom,${code}}') #- '{custom,_problems,${code}}')`,
      `(${open} - ${NO_FIELDS})`,
    );
  }
}

const NO_FIELDS = `array['last_contact_at', 'next_follow_up_on', 'stage', 'life_cycle', 'department_id', 'customer_id', 'deleted_at', 'deleted_by']`;
/** The log counts its entries; as a uuid the count keeps its order. */
const ENTRY_ID = `lpad(to_hex(e.id), 32, '0')::uuid`;

/** How the customer came here: its first entry of the log, as long as the log is kept. */
const BEGINNING: TimelineBranch = {
  columns: {
    recordId: 'e.record_id',
    what: `case when e.job_id is null then 'created' else 'imported' end`,
    title: `(select i.file_name from jobs j join imports i on i.id::text = j.input->>'importId' where j.id = e.job_id)`,
    person: 'e.actor_id',
  },
  from: `(select * from audit_entries x where x.resource = 'customer' and x.record_id = $1 order by x.id limit 1) as e`,
  at: 'e.occurred_at',
  id: ENTRY_ID,
  where: `e.operation = 'insert'`,
};
