import { SqlMigration } from '../database/sql-migration.js';

export class AuditRedactions1761000000022 extends SqlMigration {
  readonly name = 'AuditRedactions1761000000022';
  protected readonly sql = `
    -- What an entry's digest was before a person's name went from it, and is since: the chain holds across the gap.
    create table audit_redactions (
      -- Of one person's redaction; the log has an entry of that id with the number and a sum of these rows.
      redaction_id uuid not null,
      entry_id     bigint not null constraint fk_audit_redactions_entry references audit_entries (id),
      person_id    uuid not null,
      was          bytea not null constraint ck_audit_redactions_was check (length(was) = 32),
      became       bytea not null constraint ck_audit_redactions_became check (length(became) = 32),
      constraint pk_audit_redactions primary key (redaction_id, entry_id)
    );
    create index ix_audit_redactions_entry on audit_redactions (entry_id);
    create trigger audit_redactions_append_only before update or delete or truncate on audit_redactions
      for each statement execute function audit_is_append_only();

    -- Only entries forget; seals and redactions never change.
    create or replace function audit_is_append_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and tg_table_name = 'audit_entries' and coalesce(current_setting('juke.forgets', true), '') <> '' then
        return null;
      end if;
      raise exception 'The audit log is append-only.';
    end $$;

    create function audit_redaction_sum(redaction uuid) returns text language sql stable
      set search_path = pg_catalog, public, pg_temp
      return (select encode(sha256(string_agg(
          convert_to(person_id || ':' || entry_id || ':', 'UTF8') || was || became, ''::bytea order by entry_id)), 'hex')
        from audit_redactions where redaction_id = redaction);

    create or replace procedure audit_forget(person uuid) language plpgsql security definer
      set search_path = pg_catalog, public, pg_temp as $$
    declare
      personal text[] := array['display_name', 'username', 'email', 'phone', 'sso_subject'];
      context jsonb := audit_context();
      redaction uuid := uuidv7();
      redacted int;
    begin
      -- The log itself is the witness: nobody who is still there is forgotten.
      if not exists (select 1 from audit_entries where resource = 'user' and record_id = person
                        and (operation = 'delete' or after->>'state' = 'anonymised')) then
        raise exception 'Only a person who was removed is forgotten.';
      end if;
      perform set_config('juke.forgets', person::text, true);
      with forgotten as (
        update audit_entries e
           set actor_name = case when actor_id = person then '' else actor_name end,
               before = case when resource = 'user' and record_id = person then before - personal else before end,
               after = case when resource = 'user' and record_id = person then after - personal else after end
         where actor_id = person or (resource = 'user' and record_id = person)
        returning e.id, audit_digest(old) as was, audit_digest(new) as became)
      insert into audit_redactions (redaction_id, entry_id, person_id, was, became)
      select redaction, id, person, was, became from forgotten where was <> became;
      get diagnostics redacted = row_count;
      perform set_config('juke.forgets', '', true);
      if redacted > 0 then
        insert into audit_entries (actor_id, actor_name, action, resource, record_id, operation, after, request_id, ip, job_id)
        values ((context->>'actorId')::uuid, context->>'actorName', context->>'action', 'audit-redaction', redaction, 'insert',
                jsonb_build_object('person_id', person, 'entries', redacted, 'digest', audit_redaction_sum(redaction)),
                context->>'requestId', context->>'ip', (context->>'jobId')::uuid);
      end if;
    end $$;
    revoke execute on procedure audit_forget(uuid) from public;

    -- A temporary table must not stand in for the log in a function that runs with its owner's rights.
    alter function seal_audit(bigint, int) set search_path = pg_catalog, public, pg_temp;
    revoke execute on function seal_audit(bigint, int) from public;
  `;
}
