import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { DomainError } from '../../platform/errors/domain-error.js';
import { SecondFactorNeededError, WrongCodeError } from '../second-factor/second-factor.errors.js';
import { SecondFactors } from '../second-factor/second-factors.js';
import type { User } from '../users/user.entity.js';
import { AccountLockedError, WrongCredentialsError } from './auth.errors.js';
import { Passwords } from './passwords.js';

export interface Proof {
  readonly password: string;
  /** Of the authenticator app, or a recovery code. */
  readonly code?: string;
}

/** After this many failures in a row each further one locks, twice as long each time. */
const FREE_FAILURES = 5;
const FIRST_LOCK_MS = 30_000;
const LONGEST_LOCK_MS = 30 * 60_000;

const lockFor = (failures: number): number =>
  Math.min(FIRST_LOCK_MS * 2 ** (failures - FREE_FAILURES), LONGEST_LOCK_MS);

/**
 * Checks password and second factor of a user whose row the caller has locked, so that parallel guesses wait in line and
 * count. The problem is returned, not thrown: the failure is counted, so the transaction has to commit.
 */
@Injectable()
export class Credentials {
  constructor(
    private readonly passwords: Passwords,
    private readonly factors: SecondFactors,
    private readonly clock: Clock,
  ) {}

  async problemWith(
    unit: Unit,
    user: User | null,
    { password, code }: Proof,
  ): Promise<DomainError | undefined> {
    const wrong = await this.wrongPassword(unit, user, password);
    if (wrong || !user) return wrong;
    if (await this.factors.isOn(unit, user.id)) {
      if (!code) return new SecondFactorNeededError();
      if (!(await this.factors.accepts(unit, user.id, code)))
        return this.noteFailure(unit, user, new WrongCodeError());
    }
    await unit.query(
      `update users set failed_attempts = 0, locked_until = null where id = $1 and failed_attempts > 0`,
      [user.id],
    );
    return undefined;
  }

  /** The password alone, for a person who is signed in already. */
  async wrongPassword(unit: Unit, user: User | null, password: string): Promise<DomainError | undefined> {
    if (user?.isLocked(this.clock.now())) return new AccountLockedError(user.lockedUntil!);
    const matched = await this.passwords.matches(user?.passwordHash, password);
    return user && matched ? undefined : this.noteFailure(unit, user, new WrongCredentialsError());
  }

  private async noteFailure(unit: Unit, user: User | null, problem: DomainError): Promise<DomainError> {
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
    return problem;
  }
}
