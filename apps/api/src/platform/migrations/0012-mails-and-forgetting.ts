import { SqlMigration } from '../database/sql-migration.js';

export class MailsAndForgetting1761000000012 extends SqlMigration {
  readonly name = 'MailsAndForgetting1761000000012';
  protected readonly sql = `
    -- Mails to send, stored with the change that causes them. The content is sealed and goes once the mail is out.
    create table mails (
      id              uuid not null default uuidv7() constraint pk_mails primary key,
      recipient       text not null,
      template        text not null,
      sealed_content  text,
      state           text not null default 'queued' constraint ck_mails_state check (state in ('queued', 'sent', 'failed')),
      attempts        int not null default 0,
      next_attempt_at timestamptz not null default now(),
      problem         text,
      created_at      timestamptz not null default now(),
      sent_at         timestamptz
    );
    create index ix_mails_due on mails (next_attempt_at) where state = 'queued';

    -- The log keeps ids and forgets the name of a person who was anonymised. That is the only change it ever takes, and only
    -- of entries that person made or that are about her record.
    create or replace function audit_is_append_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and coalesce(current_setting('juke.forgets', true), '') <> '' then
        return null;
      end if;
      raise exception 'The audit log is append-only.';
    end $$;

    create function audit_only_forgets() returns trigger language plpgsql as $$
    declare
      person uuid := nullif(current_setting('juke.forgets', true), '')::uuid;
      personal text[] := array['display_name', 'username', 'email', 'phone', 'sso_subject'];
      is_hers boolean := old.resource = 'user' and old.record_id is not distinct from person;
    begin
      if to_jsonb(new) - array['actor_name', 'before', 'after'] <> to_jsonb(old) - array['actor_name', 'before', 'after']
         or new.actor_name <> (case when old.actor_id = person then '' else old.actor_name end)
         or new.before is distinct from (case when is_hers then old.before - personal else old.before end)
         or new.after is distinct from (case when is_hers then old.after - personal else old.after end) then
        raise exception 'The audit log is append-only.';
      end if;
      return new;
    end $$;
    create trigger audit_entries_only_forget before update on audit_entries for each row execute function audit_only_forgets();

    create procedure audit_forget(person uuid) language plpgsql security definer set search_path from current as $$
    declare personal text[] := array['display_name', 'username', 'email', 'phone', 'sso_subject'];
    begin
      perform set_config('juke.forgets', person::text, true);
      update audit_entries
         set actor_name = case when actor_id = person then '' else actor_name end,
             before = case when resource = 'user' and record_id = person then before - personal else before end,
             after = case when resource = 'user' and record_id = person then after - personal else after end
       where actor_id = person or (resource = 'user' and record_id = person);
      perform set_config('juke.forgets', '', true);
    end $$;
  `;
}
