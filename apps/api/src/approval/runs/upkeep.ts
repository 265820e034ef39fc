import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import type { AppConfig } from '../../platform/config/app-config.js';
import { APP_CONFIG } from '../../platform/config/config.module.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { LiveHub } from '../../platform/events/live-hub.js';
import { Substitution } from '../delegations/substitution.js';
import { Deadlines } from './deadlines.js';
import { Leavers } from './leavers.js';

const ROUND_MS = 20_000;
const CHANGES_PEOPLE = /^(user|department)\./;

/**
 * Looks after what is under way: deadlines, substitutes whose time begins, approvers who left. Everything it goes by is in
 * the database and each piece is one transaction, so a process that dies leaves nothing half done and the next one goes on.
 */
@Injectable()
export class Upkeep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('Approvals');
  private timer: NodeJS.Timeout | undefined;
  private unwatch: (() => void) | undefined;
  private running: Promise<void> | undefined;
  private isAskedAgain = false;
  private isStopping = false;

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly work: UnitOfWork,
    private readonly hub: LiveHub,
    private readonly deadlines: Deadlines,
    private readonly leavers: Leavers,
    private readonly substitution: Substitution,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.runJobs) return;
    this.unwatch = this.hub.watch(({ name }) => {
      if (CHANGES_PEOPLE.test(name)) this.wake();
    });
    this.timer = setInterval(() => this.wake(), ROUND_MS).unref();
    this.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    this.unwatch?.();
    await this.running;
  }

  /** One round; what cannot be done is logged, left for the next one, and holds up nothing else. */
  async round(): Promise<void> {
    for (const id of await this.deadlines.due()) await this.attempt(() => this.deadlines.settle(id));
    for (const id of await this.leavers.found()) await this.attempt(() => this.leavers.settle(id));
    await this.attempt(async () => {
      while (
        await this.work.run(SYSTEM_ACTOR, 'delegation.apply', (unit) => this.substitution.applyDue(unit))
      );
    });
  }

  private wake(): void {
    this.isAskedAgain = true;
    this.running ??= this.rounds().finally(() => (this.running = undefined));
  }

  private async rounds(): Promise<void> {
    while (this.isAskedAgain && !this.isStopping) {
      this.isAskedAgain = false;
      await this.round().catch((error: Error) =>
        this.logger.warn(`Looking after approvals: ${error.message}`),
      );
    }
  }

  private async attempt(piece: () => Promise<void>): Promise<void> {
    if (this.isStopping) return;
    await piece().catch((error: Error) => this.logger.warn(`Looking after approvals: ${error.message}`));
  }
}
