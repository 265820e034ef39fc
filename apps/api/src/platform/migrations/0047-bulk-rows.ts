import { SqlMigration } from '../database/sql-migration.js';

export class BulkRows1761000000047 extends SqlMigration {
  readonly name = 'BulkRows1761000000047';
  protected readonly sql = `
    -- The rows that an action on many is to be done to, as they were when it was asked for, and what became of each.
    create table bulk_rows (
      id        uuid not null default uuidv7() constraint pk_bulk_rows primary key,
      job_id    uuid not null constraint fk_bulk_rows_job references jobs (id) on delete cascade,
      position  int not null,
      record_id uuid not null,
      -- Who changed it after the choice is not overruled; null where the version does not matter.
      version   int,
      -- What a person knows it by; null for what the requester may not see.
      title     text,
      outcome   text not null default 'waiting' constraint ck_bulk_rows_outcome check (outcome in ('waiting', 'done', 'refused')),
      -- Why it was refused: code, detail, params, errors.
      problem   jsonb,
      constraint uq_bulk_rows_record unique (job_id, record_id),
      constraint ck_bulk_rows_problem check ((outcome = 'refused') = (problem is not null))
    );
    create index ix_bulk_rows_position on bulk_rows (job_id, position);
  `;
}
