import { SqlMigration } from '../database/sql-migration.js';

export class Exchange1761000000006 extends SqlMigration {
  readonly name = 'Exchange1761000000006';
  protected readonly sql = `
    create table imports (
      id         uuid not null default uuidv7() constraint pk_imports primary key,
      file_id    uuid not null constraint fk_imports_file references files (id),
      file_name  text not null,
      state      text not null default 'draft' constraint ck_imports_state
                 check (state in ('draft', 'checking', 'checked', 'running', 'done', 'undoing', 'undone')),
      choices    jsonb not null default '{}',
      source     jsonb not null,
      mapping    jsonb not null,
      options    jsonb not null default '{}',
      remembered jsonb,
      same_file  jsonb,
      -- Of the headers, whatever their order: such files are assigned alike.
      header_fingerprint text not null,
      summary    jsonb,
      job_id     uuid constraint fk_imports_job references jobs (id),
      created_by uuid not null,
      done_at    timestamptz,
      version    int not null default 1,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    );
    create index ix_imports_created_by on imports (created_by, created_at, id);
    create index ix_imports_file on imports (file_id);
    create index ix_imports_headers on imports (header_fingerprint, done_at desc) where done_at is not null;

    -- The rows of a file as read and checked. Kept until the import is over, so a broken-off run starts again from here.
    create table import_rows (
      import_id uuid not null constraint fk_import_rows_import references imports (id) on delete cascade,
      line      int not null,
      fields    jsonb not null,
      cells     jsonb,
      problems  jsonb,
      constraint pk_import_rows primary key (import_id, line)
    );
    create index ix_import_rows_problems on import_rows (import_id, line) where problems is not null;

    call audit_table('imports', 'import', 'source,mapping,summary,remembered,same_file');
  `;
}
