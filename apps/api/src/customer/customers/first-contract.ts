import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { AppConfig } from '../../platform/config/app-config.js';
import { APP_CONFIG } from '../../platform/config/config.module.js';
import { Rows } from '../../platform/database/rows.js';
import { LiveHub } from '../../platform/events/live-hub.js';
import { ConversionService } from './conversion.service.js';

/** Told by whoever keeps contracts, with `customerId` and `number` in its payload. */
export const CONTRACT_EFFECTIVE = 'contract.effective';

/** What took effect since a customer last changed its stage, while no process listened. */
const MISSED = `
  select distinct on (c.id) c.id as "customerId", e.payload->>'number' as number
    from customers c join domain_events e on e.name = '${CONTRACT_EFFECTIVE}' and (e.payload->>'customerId')::uuid = c.id
   where c.stage = 'potential' and c.deleted_at is null
     and e.occurred_at > coalesce((select max(h.changed_at) from customer_stage_changes h where h.customer_id = c.id and h.aspect = 'stage'), '-infinity')
   order by c.id, e.id`;

interface Effective {
  readonly customerId?: string;
  readonly number?: string | null;
}

/** Makes a potential customer a formal one when its first contract takes effect. */
@Injectable()
export class FirstContract implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Customers');
  private unwatch: (() => void) | undefined;
  private pending: Promise<void> = Promise.resolve();

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly hub: LiveHub,
    private readonly rows: Rows,
    private readonly conversion: ConversionService,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runJobs) return;
    this.unwatch = this.hub.watch(({ name, data }) => {
      if (name === CONTRACT_EFFECTIVE) this.take(async () => [data as Effective]);
    });
    this.take(() => this.rows.all<Effective>(MISSED));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.unwatch?.();
    await this.pending;
  }

  private take(read: () => Promise<readonly Effective[]>): void {
    this.pending = this.pending.then(() => this.convert(read));
  }

  private async convert(read: () => Promise<readonly Effective[]>): Promise<void> {
    try {
      for (const { customerId, number } of await read())
        if (customerId) await this.conversion.convertByContract(customerId, number ?? null);
    } catch (error) {
      this.logger.warn(`Converting by contract: ${(error as Error).message}`);
    }
  }
}
