import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { Lists } from '../../platform/lists/lists.js';
import { pinyinInitials } from '../../platform/text/pinyin-initials.js';
import { Passwords } from '../auth/passwords.js';
import { Sessions } from '../auth/sessions.js';
import { InvitationsService } from '../one-time-links/invitations.service.js';
import { OneTimeLinks } from '../one-time-links/one-time-links.js';
import { AccountState } from './account-state.js';
import { UserRoles } from './user-roles.js';
import type {
  ChangeUserDto,
  CreatedUserDto,
  CreateUserDto,
  TemporaryPasswordDto,
  UserDto,
} from './user.dto.js';
import { User } from './user.entity.js';
import { OwnAccountError } from './user.errors.js';
import { userList } from './user.list.js';
import { allowedUserActions, refuseUserAction, type UserActionName } from './user.transitions.js';

/** Life of a user: added, invited, changed, disabled, enabled, password reset. */
@Injectable()
export class UsersService {
  constructor(
    private readonly lists: Lists,
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly links: OneTimeLinks,
    private readonly invitations: InvitationsService,
    private readonly roles: UserRoles,
    private readonly account: AccountState,
  ) {}

  async read(id: string, actor: Actor): Promise<UserDto> {
    return withAllowedActions(await this.lists.one<UserDto>(userList, id, actor), actor);
  }

  async create({ firstSignIn, ...dto }: CreateUserDto, actor: Actor): Promise<CreatedUserDto> {
    const isInvited = firstSignIn === 'invitation';
    const temporaryPassword = isInvited ? null : this.passwords.generate();
    const passwordHash = temporaryPassword && (await this.passwords.hash(temporaryPassword));
    const id = await this.work.run(actor, 'user.create', async (unit) => {
      const { roleIds, ...columns } = dto;
      const state = isInvited ? 'invited' : 'active';
      const user = unit.manager.create(User, {
        ...columns,
        passwordHash,
        state,
        mustChangePassword: !isInvited,
      });
      user.initials = pinyinInitials(user.displayName);
      const inserted = await unit.manager.insert(User, user);
      const userId = inserted.identifiers[0]!.id as string;
      await this.roles.set(unit, userId, roleIds);
      announce(unit, 'user.created', userId);
      return userId;
    });
    const [invitation = null] = isInvited ? await this.invitations.invite([id], actor) : [];
    return { ...(await this.read(id, actor)), temporaryPassword, invitation };
  }

  async change(id: string, dto: ChangeUserDto, version: number | undefined, actor: Actor): Promise<UserDto> {
    await this.changeUser(id, 'change', actor, version, async (unit, user) => {
      const { roleIds, ...columns } = dto;
      Object.assign(user, columns);
      user.initials = pinyinInitials(user.displayName);
      user.updatedAt = new Date();
      await unit.manager.save(user);
      if (roleIds) await this.roles.set(unit, id, roleIds);
    });
    return this.read(id, actor);
  }

  async disable(id: string, actor: Actor): Promise<UserDto> {
    await this.changeUser(id, 'disable', actor, undefined, (unit, user) => this.account.disable(unit, user));
    return this.read(id, actor);
  }

  async enable(id: string, actor: Actor): Promise<UserDto> {
    await this.changeUser(id, 'enable', actor, undefined, (unit, user) => this.account.enable(unit, user));
    return this.read(id, actor);
  }

  /** For who is there to take the new password in person; an invited person is in with it, too. */
  async resetPassword(id: string, actor: Actor): Promise<TemporaryPasswordDto> {
    const temporaryPassword = this.passwords.generate();
    const passwordHash = await this.passwords.hash(temporaryPassword);
    await this.changeUser(id, 'reset-password', actor, undefined, async (unit, user) => {
      await this.passwords.setOneTime(unit, user, passwordHash);
      await unit.query(`update users set state = 'active', version = version + 1 where id = $1`, [id]);
      await this.links.endAll(unit, id);
      await this.sessions.endAll(unit, id, 'password reset');
    });
    return { temporaryPassword };
  }

  private async changeUser(
    id: string,
    action: UserActionName,
    actor: Actor,
    version: number | undefined,
    change: (unit: Unit, user: User) => Promise<void>,
  ): Promise<void> {
    if (action !== 'change' && id === actor.id) throw new OwnAccountError();
    await this.work.run(actor, `user.${action}`, async (unit) => {
      const user = await lockRecord(unit, User, 'user', id, { version });
      refuseUserAction(user.state, action);
      await this.roles.refuseBeyond(unit, [id], actor);
      await change(unit, user);
      await this.roles.refuseBeyond(unit, [id], actor);
      await this.roles.refuseWithoutAdministrator(unit);
      announce(unit, 'user.changed', id);
    });
    this.account.changed();
  }
}

const announce = (unit: Unit, name: string, recordId: string): void =>
  unit.emit({ name, resource: 'user', recordId, audience: { permission: 'user:read' } });

export const withAllowedActions = (user: Omit<UserDto, 'allowedActions'>, actor: Actor): UserDto => ({
  ...user,
  allowedActions: allowedUserActions(user, actor),
});
