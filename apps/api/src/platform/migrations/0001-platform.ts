import { SqlMigration } from '../database/sql-migration.js';

export class Platform1761000000001 extends SqlMigration {
  readonly name = 'Platform1761000000001';
  protected readonly sql = `
    create extension if not exists pg_trgm;
    create extension if not exists btree_gist;
    create extension if not exists btree_gin;
    create extension if not exists unaccent;

    -- Every pair of neighbouring characters. A trigram index does nothing for two Chinese characters; this one does.
    create function ngram2(value text) returns text[]
      language sql immutable strict parallel safe
      return array(
        select distinct substr(value, position, 2)
          from generate_series(1, greatest(char_length(value) - 1, 0)) as position
      );

    -- Who did what, when, from where, before and after. Filled by triggers only.
    create table audit_entries (
      id           bigint generated always as identity constraint pk_audit_entries primary key,
      occurred_at  timestamptz not null default now(),
      actor_id     uuid not null,
      actor_name   text not null,
      action       text not null,
      resource     text not null,
      record_id    uuid,
      operation    text not null constraint ck_audit_entries_operation check (operation in ('insert', 'update', 'delete')),
      before       jsonb,
      after        jsonb,
      request_id   text,
      ip           text,
      job_id       uuid
    );
    create index ix_audit_entries_record on audit_entries (resource, record_id, id);
    create index ix_audit_entries_actor on audit_entries (actor_id, id);
    create index ix_audit_entries_job on audit_entries (job_id, id) where job_id is not null;

    -- The author of the running transaction; without one nothing audited can be written.
    create function audit_context() returns jsonb language plpgsql stable as $$
    declare context text := current_setting('juke.context', true);
    begin
      if context is null or context = '' then
        raise exception 'This table is audited: set the author first, as the application does (setting juke.context).';
      end if;
      return context::jsonb;
    end $$;

    -- Statement level with transition tables: a bulk load of 100,000 rows is one insert here, not 100,000.
    -- Argument 0: resource word; argument 1: columns that are never written down (secrets, derived search text).
    create function audit_rows() returns trigger language plpgsql as $$
    declare
      context jsonb := audit_context();
      hidden text[] := string_to_array(coalesce(tg_argv[1], ''), ',');
    begin
      if tg_op = 'INSERT' then
        insert into audit_entries (actor_id, actor_name, action, resource, record_id, operation, after, request_id, ip, job_id)
        select (context->>'actorId')::uuid, context->>'actorName', context->>'action', tg_argv[0], n.id, 'insert',
               to_jsonb(n) - hidden, context->>'requestId', context->>'ip', (context->>'jobId')::uuid
          from new_rows n;
      elsif tg_op = 'DELETE' then
        insert into audit_entries (actor_id, actor_name, action, resource, record_id, operation, before, request_id, ip, job_id)
        select (context->>'actorId')::uuid, context->>'actorName', context->>'action', tg_argv[0], o.id, 'delete',
               to_jsonb(o) - hidden, context->>'requestId', context->>'ip', (context->>'jobId')::uuid
          from old_rows o;
      else
        insert into audit_entries (actor_id, actor_name, action, resource, record_id, operation, before, after, request_id, ip, job_id)
        select (context->>'actorId')::uuid, context->>'actorName', context->>'action', tg_argv[0], n.id, 'update',
               diff.before, diff.after, context->>'requestId', context->>'ip', (context->>'jobId')::uuid
          from new_rows n
          join old_rows o on o.id = n.id
          cross join lateral (
            select jsonb_object_agg(key, was.value) as before, jsonb_object_agg(key, now.value) as after
              from jsonb_each(to_jsonb(n) - hidden - array['version', 'updated_at']) as now(key, value)
              join jsonb_each(to_jsonb(o) - hidden) as was(key, value) using (key)
             where now.value is distinct from was.value
          ) as diff
         where diff.after is not null;
      end if;
      return null;
    end $$;

    create procedure audit_table(target regclass, resource text, hidden text default '') language plpgsql as $$
    begin
      execute format('create trigger audit_insert after insert on %s referencing new table as new_rows
                      for each statement execute function audit_rows(%L, %L)', target, resource, hidden);
      execute format('create trigger audit_update after update on %s referencing old table as old_rows new table as new_rows
                      for each statement execute function audit_rows(%L, %L)', target, resource, hidden);
      execute format('create trigger audit_delete after delete on %s referencing old table as old_rows
                      for each statement execute function audit_rows(%L, %L)', target, resource, hidden);
    end $$;

    create function audit_is_append_only() returns trigger language plpgsql as $$
    begin
      raise exception 'The audit log is append-only.';
    end $$;
    create trigger audit_entries_append_only before update or delete or truncate on audit_entries
      for each statement execute function audit_is_append_only();

    -- Outbox: stored with the change, read by listeners after the commit. transaction_id lets a reader know which rows are final.
    create table domain_events (
      id             bigint generated always as identity constraint pk_domain_events primary key,
      name           text not null,
      resource       text not null,
      record_id      uuid,
      payload        jsonb not null,
      audience       jsonb not null,
      actor_id       uuid,
      occurred_at    timestamptz not null default now(),
      transaction_id xid8 not null default pg_current_xact_id()
    );
    create index ix_domain_events_transaction on domain_events (transaction_id, id);

    create function announce_events() returns trigger language plpgsql as $$
    begin
      perform pg_notify('juke_events', '');
      return null;
    end $$;
    create trigger domain_events_announce after insert on domain_events for each statement execute function announce_events();

    create table idempotency_keys (
      actor_id     uuid not null,
      key          text not null,
      request_hash text not null,
      claimed_at   timestamptz not null default now(),
      status       int,
      answer       jsonb,
      constraint pk_idempotency_keys primary key (actor_id, key)
    );
    create index ix_idempotency_keys_claimed_at on idempotency_keys (claimed_at);

    create table files (
      id          uuid not null default uuidv7() constraint pk_files primary key,
      name        text not null,
      size        bigint not null constraint ck_files_size check (size >= 0),
      sha256      text not null,
      media_type  text not null,
      created_by  uuid not null,
      created_at  timestamptz not null default now()
    );

    call audit_table('files', 'file');

    create table jobs (
      id               uuid not null default uuidv7() constraint pk_jobs primary key,
      kind             text not null,
      state            text not null default 'queued'
                       constraint ck_jobs_state check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled')),
      input            jsonb not null,
      progress         jsonb not null default '{"done": 0, "total": null, "note": null}',
      result           jsonb,
      error            jsonb,
      cancel_requested boolean not null default false,
      requested_by     uuid not null,
      attempts         int not null default 0,
      created_at       timestamptz not null default now(),
      started_at       timestamptz,
      finished_at      timestamptz
    );
    create index ix_jobs_requested_by on jobs (requested_by, id desc);
  `;
}
