import { SqlMigration } from '../../platform/database/sql-migration.js';

export class Appointments1761000000153 extends SqlMigration {
  readonly name = 'Appointments1761000000153';
  protected readonly sql = `
    -- What somebody plans to do with a customer, and when. It is no contact yet: done, it becomes an activity, and that one counts.
    create table appointments (
      id             uuid not null default uuidv7() constraint pk_appointments primary key,
      kind           text not null default 'visit' constraint ck_appointments_kind check (kind in ('call', 'visit', 'meeting')),
      subject        text,
      location       text,
      note           text,
      starts_at      timestamptz not null,
      ends_at        timestamptz not null,
      -- Minutes before its beginning; null for no reminder.
      remind_minutes int constraint ck_appointments_remind check (remind_minutes between 0 and 1440),
      reminded_at    timestamptz,
      done_at        timestamptz,
      -- What was logged of it.
      activity_id    uuid constraint fk_appointments_activity references activities (id) on delete set null,
      customer_id    uuid constraint fk_appointments_customer references customers (id),
      contact_id     uuid constraint fk_appointments_contact references contacts (id),
      opportunity_id uuid constraint fk_appointments_opportunity references opportunities (id),
      -- Who is to go.
      owner_id       uuid not null constraint fk_appointments_owner references users (id),
      department_id  uuid constraint fk_appointments_department references departments (id),
      created_by     uuid not null constraint fk_appointments_created_by references users (id),
      deleted_at     timestamptz,
      deleted_by     uuid constraint fk_appointments_deleted_by references users (id),
      version        int not null default 1,
      created_at     timestamptz not null default now(),
      updated_at     timestamptz not null default now(),
      constraint ck_appointments_span check (ends_at > starts_at and ends_at - starts_at <= interval '744 hours'),
      constraint ck_appointments_about check (coalesce(subject, '') <> '' or customer_id is not null),
      constraint ck_appointments_contact_of_customer check (contact_id is null or customer_id is not null)
    );
    create unique index uq_appointments_activity on appointments (activity_id);
    create index ix_appointments_owner on appointments (owner_id, starts_at, id) where deleted_at is null;
    create index ix_appointments_customer on appointments (customer_id, starts_at, id);
    create index ix_appointments_contact on appointments (contact_id);
    create index ix_appointments_opportunity on appointments (opportunity_id);
    create index ix_appointments_remind on appointments (starts_at)
      where remind_minutes is not null and reminded_at is null and done_at is null and deleted_at is null;
    create index ix_appointments_bin on appointments (deleted_at, id) where deleted_at is not null;
    call audit_table('appointments', 'appointment', 'reminded_at');

    -- The days of one person's calendar.
    create index ix_customers_owner_follow_up on customers (owner_id, next_follow_up_on)
      where deleted_at is null and next_follow_up_on is not null;
    create index ix_opportunities_owner_expected on opportunities (owner_id, expected_close_on)
      where deleted_at is null and state = 'open' and expected_close_on is not null;
  `;
}
