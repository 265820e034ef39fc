import { SqlMigration } from '../../platform/database/sql-migration.js';

export class SeeAs1761000000032 extends SqlMigration {
  readonly name = 'SeeAs1761000000032';
  protected readonly sql = `
    -- An administrator looks at the product as somebody else does, for a while and without changing anything.
    create table user_views (
      id         uuid not null default uuidv7() constraint pk_user_views primary key,
      -- Of the one who looks: when that session ends, the look does.
      session_id uuid not null constraint fk_user_views_session references sessions (id) on delete cascade,
      viewer_id  uuid not null constraint fk_user_views_viewer references users (id) on delete cascade,
      user_id    uuid not null constraint fk_user_views_user references users (id) on delete cascade,
      reason     text not null constraint ck_user_views_reason check (char_length(reason) between 1 and 200),
      started_at timestamptz not null default now(),
      expires_at timestamptz not null,
      ended_at   timestamptz,
      constraint ck_user_views_length check (expires_at > started_at and expires_at <= started_at + interval '30 minutes'),
      constraint ck_user_views_other check (viewer_id <> user_id)
    );
    -- One at a time for each session.
    create unique index uq_user_views_open on user_views (session_id) where ended_at is null;
    create index ix_user_views_user on user_views (user_id, started_at desc);
    create index ix_user_views_viewer on user_views (viewer_id);
    call audit_table('user_views', 'user-view');
  `;
}
