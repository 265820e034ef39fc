import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { pinyinInitials } from '../../platform/text/pinyin-initials.js';
import { Lists } from '../../platform/lists/lists.js';
import { Actors } from '../auth/actors.js';
import { Passwords } from '../auth/passwords.js';
import { Sessions } from '../auth/sessions.js';
import { UserRoles } from './user-roles.js';
import type {
  ChangeUserDto,
  CreatedUserDto,
  CreateUserDto,
  TemporaryPasswordDto,
  UserDto,
} from './user.dto.js';
import { User, type UserState } from './user.entity.js';
import { OwnAccountError } from './user.errors.js';
import { userList } from './user.list.js';

/** Life of a user: added, changed, disabled, enabled, password reset. */
@Injectable()
export class UsersService {
  constructor(
    private readonly lists: Lists,
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly roles: UserRoles,
    private readonly actors: Actors,
  ) {}

  async read(id: string, actor: Actor): Promise<UserDto> {
    return withAllowedActions(await this.lists.one<UserDto>(userList, id, actor), actor);
  }

  async create(dto: CreateUserDto, actor: Actor): Promise<CreatedUserDto> {
    const temporaryPassword = this.passwords.generate();
    const passwordHash = await this.passwords.hash(temporaryPassword);
    const id = await this.work.run(actor, 'user.create', async (unit) => {
      const { roleIds, ...columns } = dto;
      const user = unit.manager.create(User, { ...columns, passwordHash, mustChangePassword: true });
      user.initials = pinyinInitials(user.displayName);
      const inserted = await unit.manager.insert(User, user);
      const userId = inserted.identifiers[0]!.id as string;
      await this.roles.set(unit, userId, roleIds);
      unit.emit({
        name: 'user.created',
        resource: 'user',
        recordId: userId,
        audience: { permission: 'user:read' },
      });
      return userId;
    });
    return { ...(await this.read(id, actor)), temporaryPassword };
  }

  async change(id: string, dto: ChangeUserDto, version: number | undefined, actor: Actor): Promise<UserDto> {
    await this.changeUser(id, 'user.change', version, actor, async (unit, user) => {
      const { roleIds, ...columns } = dto;
      Object.assign(user, columns);
      user.initials = pinyinInitials(user.displayName);
      if (roleIds) await this.roles.set(unit, id, roleIds);
    });
    return this.read(id, actor);
  }

  async setState(id: string, state: UserState, actor: Actor): Promise<UserDto> {
    if (id === actor.id) throw new OwnAccountError();
    await this.changeUser(
      id,
      state === 'disabled' ? 'user.disable' : 'user.enable',
      undefined,
      actor,
      async (unit, user) => {
        user.state = state;
        user.failedAttempts = 0;
        user.lockedUntil = null;
        if (state === 'disabled') await this.sessions.endAll(unit, id, 'user disabled');
      },
    );
    return this.read(id, actor);
  }

  async resetPassword(id: string, actor: Actor): Promise<TemporaryPasswordDto> {
    if (id === actor.id) throw new OwnAccountError();
    const temporaryPassword = this.passwords.generate();
    const passwordHash = await this.passwords.hash(temporaryPassword);
    await this.changeUser(id, 'user.reset-password', undefined, actor, async (unit, user) => {
      Object.assign(user, { passwordHash, mustChangePassword: true, failedAttempts: 0, lockedUntil: null });
      await this.sessions.endAll(unit, id, 'password reset');
    });
    return { temporaryPassword };
  }

  private async changeUser(
    id: string,
    action: string,
    version: number | undefined,
    actor: Actor,
    change: (unit: Unit, user: User) => Promise<void>,
  ): Promise<void> {
    await this.work.run(actor, action, async (unit) => {
      const user = await lockRecord(unit, User, 'user', id, { version });
      await this.roles.refuseBeyond(unit, id, actor);
      await change(unit, user);
      user.updatedAt = new Date();
      await unit.manager.save(user);
      await this.roles.refuseBeyond(unit, id, actor);
      await this.roles.refuseWithoutAdministrator(unit);
      unit.emit({
        name: 'user.changed',
        resource: 'user',
        recordId: id,
        audience: { permission: 'user:read' },
      });
    });
    this.actors.forget();
  }
}

/** What this caller may do with this user next; the screen shows exactly these buttons. */
export function withAllowedActions(user: Omit<UserDto, 'allowedActions'>, actor: Actor): UserDto {
  if (!may(actor, 'user:manage')) return { ...user, allowedActions: [] };
  const others =
    user.id === actor.id ? [] : [user.state === 'active' ? 'disable' : 'enable', 'reset-password'];
  return { ...user, allowedActions: ['change', ...others] };
}
