import { SqlMigration } from '../../platform/database/sql-migration.js';

export class Webhooks1761000000030 extends SqlMigration {
  readonly name = 'Webhooks1761000000030';
  protected readonly sql = `
    create table webhooks (
      id                uuid not null default uuidv7() constraint pk_webhooks primary key,
      -- Whose rights and reach decide what is sent.
      user_id           uuid not null constraint fk_webhooks_user references users (id) on delete cascade,
      name              text not null constraint ck_webhooks_name check (char_length(name) between 1 and 60),
      url               text not null constraint ck_webhooks_url check (char_length(url) <= 500),
      -- '*', 'customer.*' or 'customer.created'.
      event_types       text[] not null constraint ck_webhooks_event_types check (cardinality(event_types) between 1 and 50),
      is_enabled        boolean not null default true,
      -- Set when it was switched off because its target did not answer any more.
      given_up_at       timestamptz,
      sealed_secret     text not null,
      -- Signs as well until then, so that the receiver can change over in peace.
      sealed_old_secret text,
      old_secret_until  timestamptz,
      constraint ck_webhooks_old_secret check ((sealed_old_secret is null) = (old_secret_until is null)),
      -- Place in the event feed up to which deliveries were made.
      feed_cursor       text not null,
      -- First failure since the last success.
      failing_since     timestamptz,
      last_success_at   timestamptz,
      created_by        uuid not null,
      created_at        timestamptz not null default now(),
      updated_at        timestamptz not null default now(),
      version           int not null default 1
    );
    create unique index uq_webhooks_name on webhooks (user_id, lower(name));
    create index ix_webhooks_created on webhooks (created_at desc, id desc);
    call audit_table('webhooks', 'webhook',
      'sealed_secret,sealed_old_secret,feed_cursor,failing_since,last_success_at');

    -- One event for one webhook: made in the transaction that moves the cursor, so that none is lost or doubled.
    create table webhook_deliveries (
      id              uuid not null default uuidv7() constraint pk_webhook_deliveries primary key,
      webhook_id      uuid not null constraint fk_webhook_deliveries_webhook references webhooks (id) on delete cascade,
      -- None for a test.
      event_id        bigint,
      event_type      text not null,
      record_id       uuid,
      -- The same text at every attempt: the signature covers it.
      body            text not null,
      state           text not null default 'pending'
                      constraint ck_webhook_deliveries_state check (state in ('pending', 'delivered', 'failed', 'withheld')),
      attempts        int not null default 0,
      next_attempt_at timestamptz not null default now(),
      -- What came of the attempts, oldest first: [{"at", "ms", "status", "answer", "problem"}].
      log             jsonb not null default '[]' constraint ck_webhook_deliveries_log check (jsonb_typeof(log) = 'array'),
      created_at      timestamptz not null default now(),
      delivered_at    timestamptz,
      constraint uq_webhook_deliveries_event unique (webhook_id, event_id)
    );
    create index ix_webhook_deliveries_due on webhook_deliveries (webhook_id, next_attempt_at) where state = 'pending';
    create index ix_webhook_deliveries_created on webhook_deliveries (webhook_id, created_at desc, id desc);
    create index ix_webhook_deliveries_all on webhook_deliveries (created_at desc, id desc);
  `;
}
