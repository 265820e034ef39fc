import { SqlMigration } from '../../platform/database/sql-migration.js';

export class NotificationPreferences1761000000031 extends SqlMigration {
  readonly name = 'NotificationPreferences1761000000031';
  protected readonly sql = `
    -- What a person chose otherwise than the declared way of a kind of notice.
    create table notification_preferences (
      id      uuid not null default uuidv7() constraint pk_notification_preferences primary key,
      user_id uuid not null constraint fk_notification_preferences_user references users (id) on delete cascade,
      kind    text not null constraint ck_notification_preferences_kind check (char_length(kind) <= 100),
      channel text not null constraint ck_notification_preferences_channel
              check (channel in ('off', 'in-app', 'mail', 'daily', 'weekly')),
      constraint uq_notification_preferences_kind unique (user_id, kind)
    );
    call audit_table('notification_preferences', 'notification-preference');

    -- Hours in which no mail is sent, on the company's clock; they may pass midnight.
    create table notification_quiet_hours (
      id         uuid not null constraint pk_notification_quiet_hours primary key
                 constraint fk_notification_quiet_hours_user references users (id) on delete cascade,
      quiet_from time(0) not null,
      quiet_to   time(0) not null,
      constraint ck_notification_quiet_hours_span check (quiet_from <> quiet_to)
    );
    call audit_table('notification_quiet_hours', 'notification-preference');

    -- Gathered into a mail later, and since when it is.
    alter table notifications
      add column digest text constraint ck_notifications_digest check (digest in ('daily', 'weekly')),
      add column digested_at timestamptz;
    create index ix_notifications_digest on notifications (user_id) where digest is not null and digested_at is null;
  `;
}
