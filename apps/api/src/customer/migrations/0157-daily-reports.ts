import { SqlMigration } from '../../platform/database/sql-migration.js';

export class DailyReports1761000000157 extends SqlMigration {
  readonly name = 'DailyReports1761000000157';
  protected readonly sql = `
    -- When the company wants its daily reports. One row.
    create table daily_report_settings (
      id             uuid not null default uuidv7() constraint pk_daily_report_settings primary key,
      is_only        boolean not null default true constraint ck_daily_report_settings_only check (is_only) constraint uq_daily_report_settings_only unique,
      workdays       text[] not null default '{monday,tuesday,wednesday,thursday,friday}'
        constraint ck_daily_report_settings_workdays check (workdays <@ '{monday,tuesday,wednesday,thursday,friday,saturday,sunday}'::text[] and cardinality(workdays) > 0),
      -- Whoever has not handed in is reminded at this hour of the day itself.
      remind_at_hour int not null default 18 constraint ck_daily_report_settings_remind check (remind_at_hour between 0 and 23),
      -- What comes after this hour of the next working day is late.
      due_at_hour    int not null default 10 constraint ck_daily_report_settings_due check (due_at_hour between 0 and 23),
      version        int not null default 1,
      created_at     timestamptz not null default now(),
      updated_at     timestamptz not null default now()
    );
    call audit_table('daily_report_settings', 'daily-report-settings', 'is_only');

    create function is_workday(day date) returns boolean language sql stable
      return to_char(day, 'FMday') = any ((select s.workdays from daily_report_settings s)::text[]);
    create function next_workday(day date) returns date language sql stable
      return (select min(d.day) from (select day + n as day from generate_series(1, 7) n) d where is_workday(d.day));
    create function daily_report_due(day date) returns timestamptz language sql stable
      return (next_workday(day)::timestamp + make_interval(hours => (select s.due_at_hour from daily_report_settings s))) at time zone 'Asia/Shanghai';

    -- What somebody says of her day, beside what the system knows of it.
    create table daily_reports (
      id            uuid not null default uuidv7() constraint pk_daily_reports primary key,
      -- Its author.
      owner_id      uuid not null constraint fk_daily_reports_owner references users (id),
      department_id uuid constraint fk_daily_reports_department references departments (id),
      day           date not null,
      content       text not null constraint ck_daily_reports_content check (content <> ''),
      plan          text,
      help          text,
      -- What was done that day, as it was when it was handed in: each entry names its record.
      facts         jsonb not null default '{}' constraint ck_daily_reports_facts check (jsonb_typeof(facts) = 'object'),
      -- Unknown of reports of another system.
      submitted_at  timestamptz default now(),
      is_late       boolean not null default false,
      source        text not null default 'entered' constraint ck_daily_reports_source check (source in ('entered', 'imported')),
      read_at       timestamptz,
      read_by       uuid constraint fk_daily_reports_read_by references users (id),
      search_text   text not null generated always as (lower(content || ' ' || coalesce(plan, '') || ' ' || coalesce(help, ''))) stored,
      version       int not null default 1,
      created_at    timestamptz not null default now(),
      updated_at    timestamptz not null default now(),
      constraint uq_daily_reports_day unique (owner_id, day),
      constraint ck_daily_reports_day check (day <= (created_at at time zone 'Asia/Shanghai')::date),
      constraint ck_daily_reports_reader check ((read_at is null) = (read_by is null) and read_by <> owner_id)
    );
    create index ix_daily_reports_day on daily_reports (day, id);
    create index ix_daily_reports_department on daily_reports (department_id, day, id);
    create index ix_daily_reports_search on daily_reports using gin (ngram2(search_text));
    call audit_table('daily_reports', 'daily-report', 'search_text,facts');

    create function judge_daily_report() returns trigger language plpgsql as $$
    begin
      new.is_late := coalesce(new.submitted_at > daily_report_due(new.day), false);
      new.department_id := coalesce(new.department_id, (select u.department_id from users u where u.id = new.owner_id));
      return new;
    end $$;
    create trigger daily_reports_judge before insert on daily_reports for each row execute function judge_daily_report();

    -- What was read stays as it was read.
    create function keep_read_daily_report() returns trigger language plpgsql as $$
    begin
      raise exception 'This daily report was read' using errcode = '23514', constraint = 'ck_daily_reports_read';
    end $$;
    create trigger daily_reports_keep before update on daily_reports for each row
      when (old.read_at is not null and (old.owner_id, old.day, old.content, old.plan, old.help, old.facts, old.read_at, old.read_by)
            is distinct from (new.owner_id, new.day, new.content, new.plan, new.help, new.facts, new.read_at, new.read_by))
      execute function keep_read_daily_report();

    -- What is said about a report after it was handed in: comments of readers, and what its author adds.
    create table daily_report_remarks (
      id              uuid not null default uuidv7() constraint pk_daily_report_remarks primary key,
      daily_report_id uuid not null constraint fk_daily_report_remarks_report references daily_reports (id) on delete cascade,
      kind            text not null constraint ck_daily_report_remarks_kind check (kind in ('comment', 'addition')),
      content         text not null constraint ck_daily_report_remarks_content check (content <> ''),
      author_id       uuid not null constraint fk_daily_report_remarks_author references users (id),
      version         int not null default 1,
      created_at      timestamptz not null default now(),
      updated_at      timestamptz not null default now()
    );
    create index ix_daily_report_remarks_report on daily_report_remarks (daily_report_id, created_at, id);
    call audit_table('daily_report_remarks', 'daily-report-remark');

    -- The deals that somebody moved on a day.
    create index ix_opportunity_stages_entered_by on opportunity_stages (entered_by, entered_at);

    select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system", "action": "system.upgrade"}', true);
    insert into daily_report_settings default values;
    insert into role_permissions (role_id, permission, scope)
      select p.role_id, g.permission, case g.permission when 'daily-report:write' then 'own' else p.scope end
        from role_permissions p cross join (values ('daily-report:write'), ('daily-report:read')) as g(permission)
       where p.permission = 'activity:write' and p.scope <> 'all'
      on conflict (role_id, permission) do nothing;
    insert into role_permissions (role_id, permission, scope)
      select r.id, 'daily-report:read', 'all' from roles r where r.code = 'executive'
      on conflict (role_id, permission) do nothing;
  `;
}
