import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import type { AppConfig } from '../../platform/config/app-config.js';
import { APP_CONFIG } from '../../platform/config/config.module.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import type { DomainError } from '../../platform/errors/domain-error.js';
import { TooManyAttemptsError } from '../one-time-links/one-time-link.errors.js';
import { SecondFactorNeededError } from '../second-factor/second-factor.errors.js';
import { User } from '../users/user.entity.js';
import { WrongCredentialsError } from './auth.errors.js';
import { Credentials, type Proof } from './credentials.js';
import { Sessions, type OpenSession } from './sessions.js';
import { SignInHistory, type Origin } from './sign-in-history.js';

export interface SignIn extends Proof {
  readonly username: string;
}

@Injectable()
export class SignInService {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly work: UnitOfWork,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly history: SignInHistory,
  ) {}

  /** @throws WrongCredentialsError, SecondFactorNeededError, WrongCodeError, AccountLockedError, TooManyAttemptsError */
  async signIn({ username, ...proof }: SignIn, origin: Origin): Promise<OpenSession> {
    if (await this.history.isTooMany(origin, 'password')) throw new TooManyAttemptsError();
    const outcome = await this.work.run(SYSTEM_ACTOR, 'auth.sign-in', async (unit) => {
      const user = await unit.manager.findOne(User, {
        where: { username: username.toLowerCase() },
        lock: { mode: 'pessimistic_write' },
      });
      const problem = (await this.credentials.problemWith(unit, user, proof)) ?? this.refusalOf(user!);
      await this.note(unit, user, problem, origin);
      return problem ?? this.sessions.open(unit, user!.id, origin, 'password');
    });
    // The failure is counted, so the transaction had to commit before this.
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }

  /** Demo accounts share a public password, so they work only where the demo is switched on. */
  private refusalOf(user: User): WrongCredentialsError | undefined {
    const isUsable = user.state === 'active' && (!user.isDemo || this.config.demo);
    return isUsable ? undefined : new WrongCredentialsError();
  }

  private async note(unit: Unit, user: User | null, problem: DomainError | undefined, origin: Origin) {
    // Half way: the code is still to come.
    if (problem instanceof SecondFactorNeededError) return;
    const reason = problem && user && user.state !== 'active' ? 'user.not-active' : problem?.problem.code;
    await this.history.note(unit, origin, {
      userId: user?.id ?? null,
      method: 'password',
      succeeded: !problem,
      reason,
    });
  }
}
