import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import pg from 'pg';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { Rows } from '../database/rows.js';
import type { Audience } from './domain-event.js';
import { LiveHub, type LiveMessage } from './live-hub.js';

interface StoredEvent {
  id: string;
  name: string;
  resource: string;
  record_id: string | null;
  payload: Record<string, unknown>;
  audience: Audience;
  transaction_id: string;
  oldest_open: string;
}

const MAX_RETRY_MS = 5_000;
/**
 * Ids are no order of commits: a later commit may carry a smaller one. So everything from the oldest transaction that was
 * still open last time is read again, and what was already passed on is skipped.
 */
const NEW_EVENTS = `
  select id, name, resource, record_id, payload, audience, transaction_id::text as transaction_id,
         pg_snapshot_xmin(pg_current_snapshot())::text as oldest_open
    from domain_events where transaction_id >= $1::xid8 order by transaction_id, id`;

/** Listens for what any process committed and hands it to the streams of this one. */
@Injectable()
export class EventRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(EventRelay.name);
  private client: pg.Client | undefined;
  private oldestOpen = '0';
  /** Passed on, by id, with its transaction; forgotten once that cannot be read again. */
  private readonly passedOn = new Map<string, bigint>();
  private retryMs = 100;
  private closed = false;
  private isWaiting = false;
  private draining: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly rows: Rows,
    private readonly hub: LiveHub,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const now = await this.rows.one<{ xid: string }>(
      'select pg_snapshot_xmin(pg_current_snapshot())::text as xid',
    );
    this.oldestOpen = now?.xid ?? '0';
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    if (this.closed) return;
    const client = new pg.Client({
      connectionString: this.config.databaseUrl,
      application_name: 'juke-events',
      keepAlive: true,
    });
    client.on('error', () => this.reconnect(client));
    client.on('end', () => this.reconnect(client));
    client.on('notification', ({ channel, payload }) =>
      channel === 'juke_live' ? this.pass(payload) : this.drain(),
    );
    this.client = client;
    try {
      await client.connect();
      await client.query('listen juke_events; listen juke_live');
      this.retryMs = 100;
      this.drain();
    } catch {
      this.reconnect(client);
    }
  }

  /** The database may be away for a while; what it stored meanwhile is read after coming back. */
  private reconnect(client: pg.Client): void {
    if (this.closed || this.client !== client) return;
    this.client = undefined;
    client.removeAllListeners();
    client.on('error', () => undefined);
    client.end().catch(() => undefined);
    this.retryMs = Math.min(this.retryMs * 2, MAX_RETRY_MS);
    this.timer = setTimeout(() => void this.connect(), this.retryMs);
  }

  private pass(payload: string | undefined): void {
    if (payload) this.hub.publish(JSON.parse(payload) as LiveMessage);
  }

  /** Many commits in a moment are one reading: whoever waits for it reads what all of them stored. */
  private drain(): void {
    if (this.isWaiting) return;
    this.isWaiting = true;
    this.draining = this.draining
      .then(() => {
        this.isWaiting = false;
        return this.readNew();
      })
      .catch((error: Error) => this.logger.warn(`Reading events: ${error.message}`));
  }

  private async readNew(): Promise<void> {
    const events = await this.rows.all<StoredEvent>(NEW_EVENTS, [this.oldestOpen]);
    for (const event of events.filter(({ id }) => !this.passedOn.has(id))) {
      this.passedOn.set(event.id, BigInt(event.transaction_id));
      this.hub.publish(toMessage(event));
    }
    this.oldestOpen = events.at(-1)?.oldest_open ?? this.oldestOpen;
    const oldest = BigInt(this.oldestOpen);
    for (const [id, transaction] of this.passedOn) if (transaction < oldest) this.passedOn.delete(id);
  }
}

const toMessage = (event: StoredEvent): LiveMessage => ({
  id: event.id,
  name: event.name,
  data: { resource: event.resource, id: event.record_id, ...event.payload },
  audience: event.audience,
});
