import { SqlMigration } from '../../platform/database/sql-migration.js';

export class Activities1761000000056 extends SqlMigration {
  readonly name = 'Activities1761000000056';
  protected readonly sql = `
    -- What was done with a customer, by whom and when; and what was agreed next.
    create table activities (
      id               uuid not null default uuidv7() constraint pk_activities primary key,
      kind             text not null default 'call' constraint ck_activities_kind check (kind in ('call', 'visit', 'meeting', 'e-mail', 'fax', 'note')),
      subject          text,
      content          text,
      occurred_at      timestamptz not null default now(),
      duration_minutes int constraint ck_activities_duration check (duration_minutes between 0 and 1440),
      customer_id      uuid constraint fk_activities_customer references customers (id),
      contact_id       uuid constraint fk_activities_contact references contacts (id),
      opportunity_id   uuid constraint fk_activities_opportunity references opportunities (id),
      participant_ids  uuid[] not null default '{}',
      next_step        text,
      next_step_on     date,
      -- Its author.
      owner_id         uuid constraint fk_activities_owner references users (id),
      department_id    uuid constraint fk_activities_department references departments (id),
      search_text      text not null generated always as (lower(coalesce(subject, '') || ' ' || coalesce(content, '') || ' ' || coalesce(next_step, ''))) stored,
      deleted_at       timestamptz,
      deleted_by       uuid constraint fk_activities_deleted_by references users (id),
      version          int not null default 1,
      created_at       timestamptz not null default now(),
      updated_at       timestamptz not null default now(),
      constraint ck_activities_contact_of_customer check (contact_id is null or customer_id is not null)
    );
    create index ix_activities_customer on activities (customer_id, occurred_at, id) where deleted_at is null;
    create index ix_activities_of_customer on activities (customer_id);
    create index ix_activities_contact on activities (contact_id);
    create index ix_activities_opportunity on activities (opportunity_id, occurred_at, id);
    create index ix_activities_owner on activities (owner_id, occurred_at, id) where deleted_at is null;
    create index ix_activities_department on activities (department_id, occurred_at, id) where deleted_at is null;
    create index ix_activities_occurred on activities (occurred_at, id) where deleted_at is null;
    create index ix_activities_search on activities using gin (ngram2(search_text));
    create index ix_activities_bin on activities (deleted_at, id) where deleted_at is not null;
    call audit_table('activities', 'activity', 'search_text');

    -- What somebody is to do, about anything.
    create table tasks (
      id             uuid not null default uuidv7() constraint pk_tasks primary key,
      title          text not null constraint ck_tasks_title check (title <> ''),
      note           text,
      priority       text not null default 'normal' constraint ck_tasks_priority check (priority in ('low', 'normal', 'high')),
      due_on         date,
      done_at        timestamptz,
      customer_id    uuid constraint fk_tasks_customer references customers (id),
      contact_id     uuid constraint fk_tasks_contact references contacts (id),
      opportunity_id uuid constraint fk_tasks_opportunity references opportunities (id),
      -- Who is to do it.
      owner_id       uuid not null constraint fk_tasks_owner references users (id),
      department_id  uuid constraint fk_tasks_department references departments (id),
      created_by     uuid not null constraint fk_tasks_created_by references users (id),
      search_text    text not null generated always as (lower(title || ' ' || coalesce(note, ''))) stored,
      deleted_at     timestamptz,
      deleted_by     uuid constraint fk_tasks_deleted_by references users (id),
      version        int not null default 1,
      created_at     timestamptz not null default now(),
      updated_at     timestamptz not null default now()
    );
    create index ix_tasks_customer on tasks (customer_id, created_at, id);
    create index ix_tasks_contact on tasks (contact_id);
    create index ix_tasks_opportunity on tasks (opportunity_id);
    create index ix_tasks_due on tasks ((coalesce(due_on, 'infinity'::date)), id) where deleted_at is null;
    create index ix_tasks_owner on tasks (owner_id, (coalesce(due_on, 'infinity'::date)), id) where deleted_at is null;
    create index ix_tasks_created on tasks (created_at, id) where deleted_at is null;
    create index ix_tasks_search on tasks using gin (ngram2(search_text));
    create index ix_tasks_bin on tasks (deleted_at, id) where deleted_at is not null;
    call audit_table('tasks', 'task', 'search_text');

    -- When a customer was last spoken to, and what is next: of the latest activity that says so. A day that has come is no plan any more.
    create function follow_activities() returns trigger language plpgsql as $$
    declare
      ids uuid[];
    begin
      if tg_op = 'INSERT' then
        select array_agg(distinct n.customer_id) into ids from new_rows n where n.customer_id is not null;
      elsif tg_op = 'DELETE' then
        select array_agg(distinct o.customer_id) into ids from old_rows o where o.customer_id is not null and o.deleted_at is null;
      else
        select array_agg(distinct x.customer_id) into ids
          from new_rows n join old_rows o using (id) cross join lateral (values (n.customer_id), (o.customer_id)) as x(customer_id)
         where x.customer_id is not null and (n.customer_id, n.occurred_at, n.kind, n.next_step_on, n.deleted_at)
                                             is distinct from (o.customer_id, o.occurred_at, o.kind, o.next_step_on, o.deleted_at);
      end if;
      if ids is null then return null; end if;
      -- Held first: the next statement then sees what others have just committed.
      perform 1 from customers c where c.id = any (ids) order by c.id for no key update;
      update customers c set last_contact_at = now.spoken, next_follow_up_on = now.next
        from (select c.id,
                     (select max(a.occurred_at) from activities a where a.customer_id = c.id and a.deleted_at is null and a.kind <> 'note') as spoken,
                     coalesce(latest.next_step_on, case when latest.day >= c.next_follow_up_on then null else c.next_follow_up_on end) as next
                from customers c left join lateral (
                  select a.next_step_on, (a.occurred_at at time zone 'Asia/Shanghai')::date as day from activities a
                   where a.customer_id = c.id and a.deleted_at is null order by a.occurred_at desc, a.id desc limit 1) as latest on true
               where c.id = any (ids)) as now
       where c.id = now.id and (c.last_contact_at, c.next_follow_up_on) is distinct from (now.spoken, now.next);
      return null;
    end $$;
    create trigger activities_follow_insert after insert on activities referencing new table as new_rows
      for each statement execute function follow_activities();
    create trigger activities_follow_update after update on activities referencing old table as old_rows new table as new_rows
      for each statement execute function follow_activities();
    create trigger activities_follow_delete after delete on activities referencing old table as old_rows
      for each statement execute function follow_activities();

    -- A file may leave the department out: it is the author's.
    create function complete_activity() returns trigger language plpgsql as $$
    begin
      new.department_id := (select u.department_id from users u where u.id = new.owner_id);
      return new;
    end $$;
    create trigger activities_department before insert on activities
      for each row when (new.department_id is null and new.owner_id is not null) execute function complete_activity();

    select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system", "action": "system.upgrade"}', true);
    insert into role_permissions (role_id, permission, scope)
      select role_id, 'activity:write', scope from role_permissions where permission = 'customer:change'
      on conflict (role_id, permission) do nothing;
  `;
}
