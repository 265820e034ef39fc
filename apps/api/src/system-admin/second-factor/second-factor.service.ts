import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { Actors } from '../auth/actors.js';
import { WrongCredentialsError } from '../auth/auth.errors.js';
import { Credentials } from '../auth/credentials.js';
import { Sessions } from '../auth/sessions.js';
import { UserRoles } from '../users/user-roles.js';
import { User } from '../users/user.entity.js';
import { OwnAccountError } from '../users/user.errors.js';
import type {
  BegunSecondFactorDto,
  ConfirmSecondFactorDto,
  ReauthenticateDto,
  RecoveryCodesDto,
} from './second-factor.dto.js';
import { SecondFactorOffError, SecondFactorOnError, WrongCodeError } from './second-factor.errors.js';
import { SecondFactors } from './second-factors.js';

/** A mistake in a form, not the end of the session: 422, while 401 would mean signing in again. */
const wrong = (pointer: string, rule: string, detail: string): InvalidInputError =>
  new InvalidInputError([{ pointer, rule, detail }]);
const WRONG_CODE = () => wrong('/code', 'wrongCode', 'The code is wrong, too old, or was used before.');

/** The second factor of a person: set up and switched off by herself, taken away by an administrator when the phone is lost. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly factors: SecondFactors,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
    private readonly roles: UserRoles,
    private readonly actors: Actors,
  ) {}

  /** @throws SecondFactorOnError */
  async begin(actor: Actor): Promise<BegunSecondFactorDto> {
    return this.work.run(actor, 'second-factor.begin', async (unit) => {
      const user = await lockRecord(unit, User, 'user', actor.id);
      const begun = await this.factors.begin(unit, actor.id, user.username);
      if (!begun) throw new SecondFactorOnError();
      return begun;
    });
  }

  /** The first code proves that the app has the seed; other sessions end, for they came without. @throws SecondFactorOnError */
  async confirm({ code }: ConfirmSecondFactorDto, actor: Actor): Promise<RecoveryCodesDto> {
    const recoveryCodes = await this.work.run(actor, 'second-factor.confirm', async (unit) => {
      await lockRecord(unit, User, 'user', actor.id);
      if (await this.factors.isOn(unit, actor.id)) throw new SecondFactorOnError();
      if (!(await this.factors.accepts(unit, actor.id, code))) throw WRONG_CODE();
      await this.sessions.endAll(unit, actor.id, 'second factor set up', actor.origin?.sessionId);
      this.announce(unit, actor.id);
      return this.factors.renewRecoveryCodes(unit, actor.id);
    });
    this.actors.forget();
    return { recoveryCodes };
  }

  /** @throws SecondFactorOffError, InvalidInputError, AccountLockedError */
  async switchOff(proof: ReauthenticateDto, actor: Actor): Promise<void> {
    await this.proven(proof, 'second-factor.switch-off', actor, async (unit) => {
      await this.factors.remove(unit, actor.id);
    });
  }

  /** @throws SecondFactorOffError, InvalidInputError, AccountLockedError */
  async renewRecoveryCodes(proof: ReauthenticateDto, actor: Actor): Promise<RecoveryCodesDto> {
    const recoveryCodes = await this.proven(proof, 'second-factor.renew-recovery-codes', actor, (unit) =>
      this.factors.renewRecoveryCodes(unit, actor.id),
    );
    return { recoveryCodes };
  }

  /** By an administrator; whoever has the phone is signed out. @throws OwnAccountError, RoleBeyondOwnError, SecondFactorOffError */
  async reset(userId: string, actor: Actor): Promise<void> {
    if (userId === actor.id) throw new OwnAccountError();
    await this.work.run(actor, 'user.reset-second-factor', async (unit) => {
      await lockRecord(unit, User, 'user', userId);
      await this.roles.refuseBeyond(unit, [userId], actor);
      if (!(await this.factors.isOn(unit, userId))) throw new SecondFactorOffError();
      await this.factors.remove(unit, userId);
      await this.sessions.endAll(unit, userId, 'second factor reset');
      this.announce(unit, userId);
    });
    this.actors.forget();
  }

  /** Does `act` once password and code are right; a wrong one is counted, so that transaction commits before the throw. */
  private async proven<T>(
    proof: ReauthenticateDto,
    action: string,
    actor: Actor,
    act: (unit: Unit) => Promise<T>,
  ): Promise<T> {
    const outcome = await this.work.run(actor, action, async (unit) => {
      const user = await lockRecord(unit, User, 'user', actor.id);
      if (!(await this.factors.isOn(unit, actor.id))) throw new SecondFactorOffError();
      const problem = await this.credentials.problemWith(unit, user, proof);
      if (problem instanceof WrongCredentialsError)
        return { problem: wrong('/password', 'passwordWrong', 'This is not your current password.') };
      if (problem instanceof WrongCodeError) return { problem: WRONG_CODE() };
      if (problem) return { problem };
      const result = await act(unit);
      this.announce(unit, actor.id);
      return { result };
    });
    if ('problem' in outcome) throw outcome.problem;
    this.actors.forget();
    return outcome.result;
  }

  private announce(unit: Unit, userId: string): void {
    unit.emit({
      name: 'user.changed',
      resource: 'user',
      recordId: userId,
      audience: { permission: 'user:read' },
    });
  }
}
