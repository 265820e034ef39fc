import { SqlMigration } from '../database/sql-migration.js';

export class AuditSeals1761000000015 extends SqlMigration {
  readonly name = 'AuditSeals1761000000015';
  protected readonly sql = `
    -- Every column of an entry, in a form that depends on no setting of the session.
    create function audit_digest(entry audit_entries) returns bytea language sql immutable parallel safe
      return sha256(convert_to(jsonb_build_array(
        entry.id, extract(epoch from entry.occurred_at)::text, entry.actor_id, entry.actor_name, entry.action, entry.resource,
        entry.record_id, entry.operation, entry.before, entry.after, entry.request_id, entry.ip, entry.job_id)::text, 'UTF8'));

    -- A seal covers the entries after the seal before it, up to last_id, in order of their ids. Its hash covers theirs
    -- and the hash of the seal before: to change an entry unseen one must make every later seal anew.
    create table audit_seals (
      position  bigint not null constraint pk_audit_seals primary key,
      last_id   bigint not null constraint uq_audit_seals_last_id unique,
      entry_ids bigint[] not null constraint ck_audit_seals_entries check (cardinality(entry_ids) > 0),
      -- SHA-256 of each entry, one after the other, 32 bytes each.
      digests   bytea not null,
      hash      bytea not null,
      sealed_at timestamptz not null default now(),
      constraint ck_audit_seals_digests check (length(digests) = 32 * cardinality(entry_ids))
    );
    create trigger audit_seals_append_only before update or delete or truncate on audit_seals
      for each statement execute function audit_is_append_only();

    create function audit_seal_hash(before bytea, place bigint, ids bigint[], digests bytea) returns bytea
      language sql immutable parallel safe
      return sha256(before || convert_to(place || ':' || array_to_string(ids, ','), 'UTF8') || digests);

    -- Seals at most "most" entries up to an id below which nothing can appear any more; gives how many.
    create function seal_audit(through bigint, most int) returns int
      language plpgsql security definer set search_path = pg_catalog, public as $$
    declare
      last audit_seals;
      ids bigint[];
      content bytea;
    begin
      perform pg_advisory_xact_lock(7130004);
      select * into last from audit_seals order by position desc limit 1;
      select array_agg(id order by id), string_agg(digest, ''::bytea order by id) into ids, content
        from (select e.id, audit_digest(e) as digest from audit_entries e
               where e.id > coalesce(last.last_id, 0) and e.id <= through order by e.id limit most) as next;
      if ids is null then return 0; end if;
      insert into audit_seals (position, last_id, entry_ids, digests, hash)
      values (coalesce(last.position, 0) + 1, ids[cardinality(ids)], ids, content,
              audit_seal_hash(coalesce(last.hash, ''::bytea), coalesce(last.position, 0) + 1, ids, content));
      return cardinality(ids);
    end $$;

    -- The log is written by its triggers alone, with their owner's rights: whoever writes a record needs none on the log.
    alter function audit_rows() security definer set search_path = pg_catalog, public, pg_temp;
  `;
}
