import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SYSTEM_ACTOR } from '../auth/actor.js';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Attachables, wordOf } from './attachable.js';

const LOOK_AGAIN_MS = 1_800_000;
const BATCH = 200;

/** What hung on a record that was removed for good goes after it: a record of any kind cannot be a foreign key. */
@Injectable()
export class AttachmentSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AttachmentSweep.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly work: UnitOfWork,
    private readonly attachables: Attachables,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runJobs) return;
    this.timer = setInterval(() => (this.running = this.round()), LOOK_AGAIN_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** @returns how many attachments went */
  async sweep(): Promise<number> {
    let all = 0;
    for (const { resource, list } of this.attachables.all())
      for (let gone = BATCH; gone === BATCH; all += gone)
        gone = await this.removeOrphans(resource, list.table.split(' ')[0]!);
    return all;
  }

  private removeOrphans(resource: string, table: string): Promise<number> {
    return this.work.run(SYSTEM_ACTOR, `${wordOf(resource)}.purge`, async (unit) => {
      const gone = await unit.query(
        `with orphans as (select a.id from attachments a where a.resource = $1
            and not exists (select 1 from ${table} x where x.id = a.record_id) limit ${BATCH} for update)
         delete from attachments a using orphans where a.id = orphans.id returning a.id`,
        [resource],
      );
      return gone.length;
    });
  }

  private async round(): Promise<void> {
    await this.sweep().catch((error: Error) =>
      this.logger.warn(`Removing attachments of removed records: ${error.message}`),
    );
  }
}
