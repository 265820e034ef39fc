import { SqlMigration } from '../../platform/database/sql-migration.js';

export class RepeatedRefresh1761000000160 extends SqlMigration {
  readonly name = 'RepeatedRefresh1761000000160';
  protected readonly sql = `
    -- Hash of the key under which the token was exchanged: a browser that lost the answer repeats its question with it.
    alter table refresh_tokens
      add column used_with text constraint ck_refresh_tokens_used_with 
        check (used_with is null or (used_with ~ '^[0-9a-f]{64}$' and used_at is not null));
  `;
}
