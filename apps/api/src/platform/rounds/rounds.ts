import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';

/** Something that is looked after again and again. */
export interface Round {
  /** What the log says when it fails, `reminding of tasks`. */
  readonly name: string;
  readonly everyMs: number;
  /** Several processes may be at it: what must happen once is settled in the database. */
  run(): Promise<unknown>;
}

/**
 * Runs what modules register in `onModuleInit`, in processes that run jobs. A round that takes longer than its time is not
 * begun a second time; one that fails is logged and tried again at the next; the shutdown waits for those under way.
 */
@Injectable()
export class Rounds implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Rounds');
  private readonly registered: Round[] = [];
  private readonly running = new Map<Round, Promise<unknown>>();
  private timers: NodeJS.Timeout[] = [];

  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  register(...rounds: Round[]): void {
    this.registered.push(...rounds);
  }

  onApplicationBootstrap(): void {
    if (!this.config.runJobs) return;
    this.timers = this.registered.map((round) => setInterval(() => this.begin(round), round.everyMs).unref());
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.running.values());
  }

  private begin(round: Round): void {
    if (this.running.has(round)) return;
    const done = round
      .run()
      .catch((error: Error) => this.logger.warn(`${round.name}: ${error.message}`))
      .finally(() => this.running.delete(round));
    this.running.set(round, done);
  }
}
