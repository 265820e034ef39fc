import { SqlMigration } from '../database/sql-migration.js';

export class Attachments1761000000042 extends SqlMigration {
  readonly name = 'Attachments1761000000042';
  protected readonly sql = `
    -- Files on their way here: how much has come is told by what lies on disk.
    create table uploads (
      id         uuid not null default uuidv7() constraint pk_uploads primary key,
      name       text not null,
      size       bigint not null constraint ck_uploads_size check (size > 0),
      -- What it became once all of it was here; asked for again, it is answered again.
      file_id    uuid constraint fk_uploads_file references files (id) on delete cascade,
      created_by uuid not null,
      created_at timestamptz not null default now(),
      touched_at timestamptz not null default now()
    );
    create index ix_uploads_created_by on uploads (created_by) where file_id is null;
    create index ix_uploads_touched on uploads (touched_at);
    create index ix_uploads_file on uploads (file_id) where file_id is not null;

    -- Set when the last that is known to have held a file is gone; a sweep removes it where nothing else holds it.
    alter table files add column released_at timestamptz;
    create index ix_files_released on files (released_at) where released_at is not null;

    -- Files and links of a record of any kind; which kinds can have them is declared by their modules.
    create table attachments (
      id          uuid not null default uuidv7() constraint pk_attachments primary key,
      resource    text not null,
      record_id   uuid not null,
      title       text not null constraint ck_attachments_title check (title <> ''),
      description text,
      -- Of a link.
      address     text constraint ck_attachments_address check (address ~ '^https?://'),
      -- Of a file: the number of its newest version.
      latest      int,
      created_by  uuid not null constraint fk_attachments_created_by references users (id),
      deleted_at  timestamptz,
      deleted_by  uuid constraint fk_attachments_deleted_by references users (id),
      version     int not null default 1,
      created_at  timestamptz not null default now(),
      updated_at  timestamptz not null default now(),
      constraint ck_attachments_file_or_link check ((address is null) <> (latest is null))
    );
    create index ix_attachments_record on attachments (resource, record_id, created_at, id);
    create index ix_attachments_bin on attachments (deleted_at, id) where deleted_at is not null;
    create index ix_attachments_created_by on attachments (created_by);

    create table attachment_versions (
      id            uuid not null default uuidv7() constraint pk_attachment_versions primary key,
      attachment_id uuid not null constraint fk_attachment_versions_attachment references attachments (id) on delete cascade,
      number        int not null constraint ck_attachment_versions_number check (number > 0),
      file_id       uuid not null constraint fk_attachment_versions_file references files (id),
      created_by    uuid not null constraint fk_attachment_versions_created_by references users (id),
      created_at    timestamptz not null default now(),
      constraint uq_attachment_versions_number unique (attachment_id, number),
      -- A file is attached once: what goes with one record is not needed by another.
      constraint uq_attachment_versions_file unique (file_id)
    );
    create index ix_attachment_versions_created_by on attachment_versions (created_by);
    alter table attachments add constraint fk_attachments_latest
      foreign key (id, latest) references attachment_versions (attachment_id, number) deferrable initially deferred;

    create function release_files() returns trigger language plpgsql as $$
    begin
      update files set released_at = now() where id in (select o.file_id from old_rows o);
      return null;
    end $$;
    create trigger attachment_versions_release after delete on attachment_versions referencing old table as old_rows
      for each statement execute function release_files();

    call audit_table('attachments', 'attachment');
    call audit_table('attachment_versions', 'attachment-version');
  `;
}
