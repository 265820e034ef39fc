import { SqlMigration } from '../../platform/database/sql-migration.js';

export class Approvals1761000000040 extends SqlMigration {
  readonly name = 'Approvals1761000000040';
  protected readonly sql = `
    create table approval_flows (
      id            uuid not null default uuidv7() constraint pk_approval_flows primary key,
      document_type text not null,
      name          text not null constraint ck_approval_flows_name check (name <> ''),
      description   text,
      is_active     boolean not null default false,
      version       int not null default 1,
      created_at    timestamptz not null default now(),
      updated_at    timestamptz not null default now(),
      constraint uq_approval_flows_name unique (document_type, name)
    );
    -- A document of a kind takes one way, not one of several by chance.
    create unique index uq_approval_flows_active on approval_flows (document_type) where is_active;

    create table approval_flow_versions (
      id           uuid not null default uuidv7() constraint pk_approval_flow_versions primary key,
      flow_id      uuid not null constraint fk_approval_flow_versions_flow references approval_flows (id) on delete cascade,
      number       int not null,
      state        text not null default 'draft' constraint ck_approval_flow_versions_state check (state in ('draft', 'active', 'retired')),
      definition   jsonb not null constraint ck_approval_flow_versions_definition check (jsonb_typeof(definition -> 'nodes') = 'array'),
      activated_at timestamptz,
      activated_by uuid constraint fk_approval_flow_versions_activated_by references users (id),
      created_at   timestamptz not null default now(),
      updated_at   timestamptz not null default now(),
      version      int not null default 1,
      constraint uq_approval_flow_versions_number unique (flow_id, number)
    );
    create unique index uq_approval_flow_versions_draft on approval_flow_versions (flow_id) where state = 'draft';
    create unique index uq_approval_flow_versions_active on approval_flow_versions (flow_id) where state = 'active';

    create function approval_version_is_final() returns trigger language plpgsql as $$
    begin
      raise exception 'A flow version that was switched on is not changed any more.';
    end $$;
    create trigger approval_flow_versions_final before update of definition, number, flow_id on approval_flow_versions
      for each row when (old.state <> 'draft') execute function approval_version_is_final();

    -- One document on its way. The row is the lock: decisions take turns on it.
    create table approvals (
      id              uuid not null default uuidv7() constraint pk_approvals primary key,
      document_type   text not null,
      document_id     uuid not null,
      document_number text,
      title           text not null,
      link            text not null,
      amount          numeric(18,2),
      flow_version_id uuid not null constraint fk_approvals_flow_version references approval_flow_versions (id),
      state           text not null default 'running'
                      constraint ck_approvals_state check (state in ('running', 'returned', 'approved', 'withdrawn', 'terminated')),
      round           int not null default 1,
      submitter_id    uuid not null constraint fk_approvals_submitter references users (id),
      department_id   uuid constraint fk_approvals_department references departments (id),
      owner_id        uuid constraint fk_approvals_owner references users (id),
      -- {node id: [user ids]}: whom the submitter chose where the flow lets her.
      choices         jsonb not null default '{}',
      snapshot_id     uuid,
      -- Why nobody can decide although it is under way; null where somebody can.
      stuck_reason    text constraint ck_approvals_stuck check (stuck_reason in ('no-approver', 'document-changed', 'document-gone')),
      submitted_at    timestamptz not null default now(),
      finished_at     timestamptz,
      version         int not null default 1,
      created_at      timestamptz not null default now(),
      updated_at      timestamptz not null default now(),
      search_text     text not null generated always as (lower(title || ' ' || coalesce(document_number, ''))) stored,
      constraint ck_approvals_finished check ((finished_at is null) = (state in ('running', 'returned')))
    );
    create unique index uq_approvals_open on approvals (document_type, document_id) where state in ('running', 'returned');
    create index ix_approvals_document on approvals (document_type, document_id, id);
    create index ix_approvals_submitter on approvals (submitter_id, submitted_at, id);
    create index ix_approvals_submitted on approvals (submitted_at, id);
    create index ix_approvals_running on approvals (submitted_at, id) where state in ('running', 'returned');
    create index ix_approvals_version on approvals (flow_version_id);
    create index ix_approvals_search on approvals using gin (ngram2(search_text));

    -- The exact versions that people saw.
    create table approval_snapshots (
      id          uuid not null default uuidv7() constraint pk_approval_snapshots primary key,
      approval_id uuid not null constraint fk_approval_snapshots_approval references approvals (id),
      round       int not null,
      content     jsonb not null,
      facts       jsonb not null,
      hash        text not null constraint ck_approval_snapshots_hash check (hash ~ '^[0-9a-f]{64}$'),
      created_at  timestamptz not null default now(),
      constraint uq_approval_snapshots_round unique (approval_id, round)
    );
    alter table approvals add constraint fk_approvals_snapshot foreign key (snapshot_id) references approval_snapshots (id);

    create table approval_stages (
      id           uuid not null default uuidv7() constraint pk_approval_stages primary key,
      approval_id  uuid not null constraint fk_approval_stages_approval references approvals (id),
      round        int not null,
      node_id      text not null,
      name         text not null,
      state        text not null default 'active'
                   constraint ck_approval_stages_state check (state in ('active', 'approved', 'returned', 'skipped', 'kept', 'cancelled')),
      snapshot_id  uuid not null constraint fk_approval_stages_snapshot references approval_snapshots (id),
      entered_at   timestamptz not null default now(),
      ended_at     timestamptz,
      due_at       timestamptz,
      remind_at    timestamptz,
      escalated_at timestamptz,
      version      int not null default 1,
      updated_at   timestamptz not null default now()
    );
    create unique index uq_approval_stages_active on approval_stages (approval_id) where state = 'active';
    create index ix_approval_stages_approval on approval_stages (approval_id, id);
    create index ix_approval_stages_due on approval_stages (least(due_at, remind_at)) where state = 'active';

    create table approval_tasks (
      id                uuid not null default uuidv7() constraint pk_approval_tasks primary key,
      approval_id       uuid not null constraint fk_approval_tasks_approval references approvals (id),
      stage_id          uuid not null constraint fk_approval_tasks_stage references approval_stages (id),
      -- Tasks of one seat stand for each other: the first who decides fills it.
      seat              int not null,
      -- Asked by a colleague beside those of the flow: always needed.
      is_added          boolean not null default false,
      assignee_id       uuid not null constraint fk_approval_tasks_assignee references users (id),
      -- Whose task it was before a substitute, a leader or an administrator's choice took it.
      on_behalf_of_id   uuid constraint fk_approval_tasks_on_behalf_of references users (id),
      -- Department for which the opinion is given.
      department_id     uuid constraint fk_approval_tasks_department references departments (id),
      origin            text not null default 'flow' constraint ck_approval_tasks_origin check (origin in
                          ('flow', 'fallback', 'submitter-leader', 'substitute', 'delegated', 'added', 'escalated', 'reassigned', 'left')),
      state             text not null default 'open' constraint ck_approval_tasks_state check (state in
                          ('waiting', 'open', 'approved', 'returned', 'passed-on', 'closed')),
      -- Seats that must have agreed before this one opens (added before).
      waits_for         int[] not null default '{}',
      opinion           text,
      answers           jsonb not null default '{}',
      decided_at        timestamptz,
      decided_by_id     uuid constraint fk_approval_tasks_decided_by references users (id),
      snapshot_id       uuid constraint fk_approval_tasks_snapshot references approval_snapshots (id),
      urged_at          timestamptz,
      created_at        timestamptz not null default now(),
      updated_at        timestamptz not null default now(),
      version           int not null default 1,
      constraint ck_approval_tasks_decided check ((state in ('approved', 'returned')) = (decided_at is not null and snapshot_id is not null))
    );
    create index ix_approval_tasks_stage on approval_tasks (stage_id, seat);
    create index ix_approval_tasks_approval on approval_tasks (approval_id, id);
    create index ix_approval_tasks_inbox on approval_tasks (assignee_id, created_at, id) where state = 'open';
    create index ix_approval_tasks_held on approval_tasks (assignee_id) where state in ('open', 'waiting');
    create index ix_approval_tasks_done on approval_tasks (decided_by_id, decided_at, id) where decided_at is not null;

    create table approval_copies (
      id          uuid not null default uuidv7() constraint pk_approval_copies primary key,
      approval_id uuid not null constraint fk_approval_copies_approval references approvals (id),
      user_id     uuid not null constraint fk_approval_copies_user references users (id),
      reason      text not null constraint ck_approval_copies_reason check (reason in ('flow', 'sent', 'mention')),
      sent_by_id  uuid constraint fk_approval_copies_sent_by references users (id),
      read_at     timestamptz,
      created_at  timestamptz not null default now(),
      version     int not null default 1,
      constraint uq_approval_copies unique (approval_id, user_id)
    );
    create index ix_approval_copies_user on approval_copies (user_id, created_at, id);

    -- Who takes part and so may see it: submitter, everybody ever asked, everybody told.
    create table approval_participants (
      id          uuid not null default uuidv7() constraint pk_approval_participants primary key,
      approval_id uuid not null constraint fk_approval_participants_approval references approvals (id),
      user_id     uuid not null constraint fk_approval_participants_user references users (id),
      constraint uq_approval_participants unique (approval_id, user_id)
    );
    create index ix_approval_participants_user on approval_participants (user_id, approval_id);

    -- Written down by the database, however a task changes hands.
    create function approval_takes_part() returns trigger language plpgsql as $$
    begin
      insert into approval_participants (approval_id, user_id)
        values (new.approval_id, case tg_table_name when 'approval_tasks' then (to_jsonb(new) ->> 'assignee_id')::uuid
                                                    else (to_jsonb(new) ->> 'user_id')::uuid end)
        on conflict do nothing;
      return null;
    end $$;
    create trigger approval_tasks_take_part after insert or update of assignee_id on approval_tasks
      for each row execute function approval_takes_part();
    create trigger approval_copies_take_part after insert on approval_copies
      for each row execute function approval_takes_part();

    -- What happened, in order, for the timeline. Nothing in it is ever changed.
    create table approval_entries (
      id          uuid not null default uuidv7() constraint pk_approval_entries primary key,
      approval_id uuid not null constraint fk_approval_entries_approval references approvals (id),
      position    bigint generated always as identity,
      round       int not null,
      kind        text not null,
      node_id     text,
      stage_name  text,
      actor_id    uuid,
      on_behalf_of_id uuid,
      words       text,
      people      uuid[] not null default '{}',
      files       uuid[] not null default '{}',
      details     jsonb not null default '{}',
      snapshot_id uuid constraint fk_approval_entries_snapshot references approval_snapshots (id),
      created_at  timestamptz not null default clock_timestamp()
    );
    create index ix_approval_entries_approval on approval_entries (approval_id, position);
    create unique index uq_approval_entries_viewed on approval_entries (approval_id, actor_id, snapshot_id) where kind = 'viewed';

    create function approval_record_is_final() returns trigger language plpgsql as $$
    begin
      raise exception 'What happened in an approval is not changed any more.';
    end $$;
    create trigger approval_entries_final before update or delete on approval_entries
      for each row execute function approval_record_is_final();
    create trigger approval_snapshots_final before update or delete on approval_snapshots
      for each row execute function approval_record_is_final();

    -- Who answers for whom while she is away.
    create table approval_delegations (
      id             uuid not null default uuidv7() constraint pk_approval_delegations primary key,
      principal_id   uuid not null constraint fk_approval_delegations_principal references users (id),
      substitute_id  uuid not null constraint fk_approval_delegations_substitute references users (id),
      starts_at      timestamptz not null,
      ends_at        timestamptz not null,
      -- Empty: all kinds of documents.
      document_types text[] not null default '{}',
      reason         text,
      -- When what was open already was passed on; null until it begins.
      applied_at     timestamptz,
      ended_at       timestamptz,
      version        int not null default 1,
      created_at     timestamptz not null default now(),
      updated_at     timestamptz not null default now(),
      constraint ck_approval_delegations_period check (ends_at > starts_at),
      constraint ck_approval_delegations_other check (substitute_id <> principal_id)
    );
    create index ix_approval_delegations_principal on approval_delegations (principal_id, starts_at, id);
    create index ix_approval_delegations_substitute on approval_delegations (substitute_id, starts_at, id);

    -- One substitute at a time for each kind of document. No exclusion constraint can compare lists, so a turn is taken.
    create function approval_delegation_overlap() returns trigger language plpgsql as $$
    begin
      perform pg_advisory_xact_lock(hashtext('approval_delegations ' || new.principal_id));
      if exists (
        select 1 from approval_delegations d
         where d.principal_id = new.principal_id and d.id <> new.id and d.ended_at is null
           and tstzrange(d.starts_at, d.ends_at) && tstzrange(new.starts_at, new.ends_at)
           and (d.document_types = '{}' or new.document_types = '{}' or d.document_types && new.document_types)
      ) then
        raise exception 'Another substitute has this time already.'
          using errcode = '23P01', constraint = 'ex_approval_delegations_overlap', table = 'approval_delegations';
      end if;
      return new;
    end $$;
    create trigger approval_delegations_overlap before insert or update on approval_delegations
      for each row when (new.ended_at is null) execute function approval_delegation_overlap();

    call audit_table('approval_flows', 'approval-flow');
    call audit_table('approval_flow_versions', 'approval-flow-version');
    call audit_table('approvals', 'approval', 'search_text');
    call audit_table('approval_snapshots', 'approval-snapshot', 'content');
    call audit_table('approval_stages', 'approval-stage');
    call audit_table('approval_tasks', 'approval-task');
    call audit_table('approval_copies', 'approval-copy');
    call audit_table('approval_participants', 'approval-participant');
    call audit_table('approval_entries', 'approval-entry');
    call audit_table('approval_delegations', 'approval-delegation');

    -- Whoever hears of things at all may take part in approvals; the company narrows it as it likes.
    select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system",
      "action": "system.upgrade"}', true);
    insert into role_permissions (role_id, permission, scope)
      select role_id, 'approval:read', 'all' from role_permissions where permission = 'notification:read'
      on conflict (role_id, permission) do nothing;
  `;
}
