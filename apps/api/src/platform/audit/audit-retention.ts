import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SYSTEM_ACTOR } from '../auth/actor.js';
import { Clock } from '../clock/clock.js';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { UnitOfWork } from '../database/unit-of-work.js';

const LOOK_AGAIN_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Seals whose entries go in one transaction. */
const SEALS_AT_A_TIME = 20;

/** Removes what is older than the company keeps its audit log, where it says so; the log tells what went. */
@Injectable()
export class AuditRetention implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AuditRetention.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runJobs || this.config.auditDays === 0) return;
    this.timer = setInterval(() => (this.running = this.round()), LOOK_AGAIN_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** @returns how many entries went */
  async expire(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.config.auditDays * DAY_MS);
    for (let all = 0; ;) {
      const gone = await this.work.run(SYSTEM_ACTOR, 'audit.expire', async (unit) => {
        const [row] = await unit.query<{ count: number }>('select expire_audit($1, $2) as count', [
          before,
          SEALS_AT_A_TIME,
        ]);
        return row!.count;
      });
      if (gone === 0) return all;
      all += gone;
    }
  }

  private async round(): Promise<void> {
    await this.expire().catch((error: Error) =>
      this.logger.warn(`Removing old entries of the audit log: ${error.message}`),
    );
  }
}
