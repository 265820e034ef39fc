import { SqlMigration } from '../database/sql-migration.js';

export class AuditRetention1761000000033 extends SqlMigration {
  readonly name = 'AuditRetention1761000000033';
  protected readonly sql = `
    -- Digests of redactions outlive the entries they are about: the sum of a redaction covers them all.
    alter table audit_redactions drop constraint fk_audit_redactions_entry;

    create or replace function audit_is_append_only() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE' and tg_table_name = 'audit_entries' and coalesce(current_setting('juke.forgets', true), '') <> '' then
        return null;
      end if;
      if tg_op = 'DELETE' and tg_table_name = 'audit_entries' and coalesce(current_setting('juke.expires', true), '') <> '' then
        return null;
      end if;
      raise exception 'The audit log is append-only.';
    end $$;

    -- Removes what whole seals cover and is older than the cutoff, oldest first, at most so many seals; gives how many entries went.
    -- The seals stay, so that the chain still leads from the first to the last, and an entry says through which seal its entries
    -- are gone: it counts them all, from the beginning on, so that only the newest such entry is needed.
    create function expire_audit(cutoff timestamptz, most int) returns int
      language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      context jsonb := audit_context();
      young bigint;
      last_gone jsonb;
      through audit_seals;
      gone int;
    begin
      if cutoff > now() - interval '365 days' then
        raise exception 'The audit log is kept for a year at least.';
      end if;
      perform pg_advisory_xact_lock(7130004);
      select id into young from audit_entries where occurred_at >= cutoff order by id limit 1;
      select after into last_gone from audit_entries where resource = 'audit-retention' order by id desc limit 1;
      select s.* into through from (
        select * from audit_seals where position > coalesce((last_gone->>'through_seal')::bigint, 0)
          and last_id < coalesce(young, 9223372036854775807) order by position limit most) as s
       order by s.position desc limit 1;
      if through.position is null then return 0; end if;
      perform set_config('juke.expires', 'on', true);
      delete from audit_entries where id <= through.last_id;
      get diagnostics gone = row_count;
      perform set_config('juke.expires', '', true);
      insert into audit_entries (actor_id, actor_name, action, resource, record_id, operation, after, request_id, ip, job_id)
      values ((context->>'actorId')::uuid, context->>'actorName', context->>'action', 'audit-retention', uuidv7(), 'insert',
              jsonb_build_object('through_seal', through.position, 'through_entry', through.last_id,
                'entries', coalesce((last_gone->>'entries')::bigint, 0) + gone, 'older_than', cutoff, 'digest', encode(through.hash, 'hex')),
              context->>'requestId', context->>'ip', (context->>'jobId')::uuid);
      return gone;
    end $$;
    revoke execute on function expire_audit(timestamptz, int) from public;
    create index ix_audit_entries_retention on audit_entries (id) where resource = 'audit-retention';
  `;
}
