import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import type { AppConfig } from '../../platform/config/app-config.js';
import { APP_CONFIG } from '../../platform/config/config.module.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { User } from '../users/user.entity.js';
import { AccountLockedError, WrongCredentialsError } from './auth.errors.js';
import { Passwords } from './passwords.js';
import { Sessions, type OpenSession } from './sessions.js';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** After this many failures in a row each further one locks, twice as long each time. */
const FREE_FAILURES = 5;
const FIRST_LOCK_MS = 30_000;
const LONGEST_LOCK_MS = 30 * 60_000;

const lockFor = (failures: number): number =>
  Math.min(FIRST_LOCK_MS * 2 ** (failures - FREE_FAILURES), LONGEST_LOCK_MS);

@Injectable()
export class SignInService {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
  ) {}

  /** @throws WrongCredentialsError, AccountLockedError */
  async signIn(
    { username, password }: Credentials,
    ip: string,
    userAgent: string | undefined,
  ): Promise<OpenSession> {
    const outcome = await this.work.run(SYSTEM_ACTOR, 'auth.sign-in', async (unit) => {
      const user = await this.lockRow(unit, username.toLowerCase());
      if (user?.isLocked(this.clock.now())) return new AccountLockedError(user.lockedUntil!);
      const matched = await this.passwords.matches(user?.passwordHash, password);
      if (!user || !matched) return this.noteFailure(unit, user);
      if (!this.isUsable(user)) return new WrongCredentialsError();
      await unit.query(
        `update users set failed_attempts = 0, locked_until = null, last_sign_in_at = now() where id = $1`,
        [user.id],
      );
      return this.sessions.open(unit, user.id, ip, userAgent);
    });
    // The failure is counted, so the transaction had to commit before this.
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }

  /** One attempt at a time per account: parallel guesses wait in line and count. */
  private lockRow(unit: Unit, username: string): Promise<User | null> {
    return unit.manager.findOne(User, { where: { username }, lock: { mode: 'pessimistic_write' } });
  }

  private async noteFailure(unit: Unit, user: User | null): Promise<WrongCredentialsError> {
    if (user) {
      const failures = user.failedAttempts + 1;
      const until =
        failures >= FREE_FAILURES ? new Date(this.clock.now().getTime() + lockFor(failures)) : null;
      await unit.query(`update users set failed_attempts = $2, locked_until = $3 where id = $1`, [
        user.id,
        failures,
        until,
      ]);
    }
    return new WrongCredentialsError();
  }

  /** Demo accounts share a public password, so they work only where the demo is switched on. */
  private isUsable(user: User): boolean {
    return user.state === 'active' && (!user.isDemo || this.config.demo);
  }
}
