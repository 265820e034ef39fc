import { Injectable } from '@nestjs/common';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { Actors } from '../auth/actors.js';
import { Sessions } from '../auth/sessions.js';
import { OneTimeLinks } from '../one-time-links/one-time-links.js';
import { UserRoles } from './user-roles.js';
import { User } from './user.entity.js';

/** Letting somebody out and in again, with everything that hangs on it. The caller has the row locked. */
@Injectable()
export class AccountState {
  constructor(
    private readonly sessions: Sessions,
    private readonly links: OneTimeLinks,
    private readonly roles: UserRoles,
    private readonly actors: Actors,
  ) {}

  /** Out at once, on every device, and no link lets her back in. @throws LastAdministratorError */
  async disable(unit: Unit, user: User): Promise<void> {
    Object.assign(user, { state: 'disabled', failedAttempts: 0, lockedUntil: null, updatedAt: new Date() });
    await unit.manager.save(user);
    await this.sessions.endAll(unit, user.id, 'user disabled');
    await this.links.endAll(unit, user.id);
    await this.roles.refuseWithoutAdministrator(unit);
  }

  /** Somebody who never chose a password is invited again, not let in. */
  async enable(unit: Unit, user: User): Promise<void> {
    const state = user.passwordHash || user.ssoSubject ? 'active' : 'invited';
    Object.assign(user, { state, failedAttempts: 0, lockedUntil: null, updatedAt: new Date() });
    await unit.manager.save(user);
  }

  /** After the commit: this process forgets rights at once; others hear the event. */
  changed(): void {
    this.actors.forget();
  }
}
