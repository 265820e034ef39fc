import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../auth/actor.js';
import { Clock } from '../clock/clock.js';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Rounds } from '../rounds/rounds.js';

const LOOK_AGAIN_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Seals whose entries go in one transaction. */
const SEALS_AT_A_TIME = 20;

/** Removes what is older than the company keeps its audit log, where it says so; the log tells what went. */
@Injectable()
export class AuditRetention implements OnModuleInit {
  constructor(
    private readonly rounds: Rounds,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    if (this.config.auditDays === 0) return;
    this.rounds.register({
      name: 'removing old entries of the audit log',
      everyMs: LOOK_AGAIN_MS,
      run: () => this.expire(),
    });
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
}
