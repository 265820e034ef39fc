import { SqlMigration } from '../../platform/database/sql-migration.js';

export class ApiKeys1761000000020 extends SqlMigration {
  readonly name = 'ApiKeys1761000000020';
  protected readonly sql = `
    create table api_keys (
      id                uuid not null default uuidv7() constraint pk_api_keys primary key,
      user_id           uuid not null constraint fk_api_keys_user references users (id) on delete cascade,
      name              text not null constraint ck_api_keys_name check (char_length(name) between 1 and 60),
      -- Beginning of the secret, by which people know it again; the secret itself is kept nowhere.
      prefix            text not null,
      secret_hash       text not null constraint uq_api_keys_secret unique,
      -- [{"code": …, "scope": …}]: what the key may do at most. It never changes: whoever wants more makes another key.
      permissions       jsonb not null constraint ck_api_keys_permissions
                        check (jsonb_typeof(permissions) = 'array' and jsonb_array_length(permissions) > 0),
      -- Empty: from anywhere.
      allowed_addresses inet[] not null default '{}',
      expires_at        timestamptz constraint ck_api_keys_expiry check (expires_at > created_at),
      last_used_at      timestamptz,
      last_used_ip      text,
      revoked_at        timestamptz,
      created_by        uuid not null,
      created_at        timestamptz not null default now(),
      updated_at        timestamptz not null default now(),
      version           int not null default 1
    );
    create unique index uq_api_keys_name on api_keys (user_id, lower(name)) where revoked_at is null;
    create index ix_api_keys_created on api_keys (created_at desc, id desc);
    call audit_table('api_keys', 'api-key', 'secret_hash,last_used_at,last_used_ip');

    -- What a key asked for is done with the key's rights, not with all those of its owner.
    alter table jobs add column api_key_id uuid constraint fk_jobs_api_key references api_keys (id) on delete set null;
    create index ix_jobs_api_key on jobs (api_key_id) where api_key_id is not null;
  `;
}
