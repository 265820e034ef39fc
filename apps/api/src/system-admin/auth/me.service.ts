import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidInputError, RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { User } from '../users/user.entity.js';
import { Actors } from './actors.js';
import type { ChangeMeDto, ChangePasswordDto, MeDto } from './auth.dto.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';

const ME = `
  select u.id, u.username, u.display_name as "displayName", u.locale, u.must_change_password as "mustChangePassword",
         case when d.id is not null then json_build_object('id', d.id, 'name', d.name) end as department,
         coalesce((select json_agg(json_build_object('id', r.id, 'code', r.code, 'name', r.name) order by r.name)
                     from user_roles ur join roles r on r.id = ur.role_id where ur.user_id = u.id), '[]') as roles
    from users u left join departments d on d.id = u.department_id where u.id = $1`;

/** What every user may do about herself. */
@Injectable()
export class MeService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly actors: Actors,
  ) {}

  async read(userId: string): Promise<MeDto> {
    const [me, actor] = await Promise.all([
      this.rows.one<Omit<MeDto, 'permissions'>>(ME, [userId]),
      this.actors.byUser(userId),
    ]);
    if (!me) throw new RecordNotFoundError('user', userId);
    const permissions = [...(actor?.permissions ?? [])].map(([code, scope]) => ({ code, scope }));
    return { ...me, permissions: permissions.sort((a, b) => a.code.localeCompare(b.code)) };
  }

  async change(dto: ChangeMeDto, actor: Actor): Promise<MeDto> {
    await this.work.run(actor, 'user.change-own-settings', async (unit) => {
      await unit.query(
        `update users set locale = coalesce($2, locale), version = version + 1, updated_at = now() where id = $1`,
        [actor.id, dto.locale ?? null],
      );
      unit.emit({ name: 'user.changed', resource: 'user', recordId: actor.id });
    });
    this.actors.forget();
    return this.read(actor.id);
  }

  /** Ends every other session: whoever knew the old password is out. */
  async changePassword(dto: ChangePasswordDto, actor: Actor): Promise<void> {
    await this.work.run(actor, 'user.change-own-password', async (unit) => {
      const user = await unit.manager.findOneOrFail(User, {
        where: { id: actor.id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!(await this.passwords.matches(user.passwordHash, dto.currentPassword))) {
        throw new InvalidInputError([
          {
            pointer: '/currentPassword',
            rule: 'passwordWrong',
            detail: 'This is not your current password.',
          },
        ]);
      }
      this.passwords.check(dto.newPassword, user, '/newPassword');
      // The version stays: an administrator who has this user's form open did not see, and does not change, the password.
      await unit.query(
        `update users set password_hash = $2, must_change_password = false, updated_at = now() where id = $1`,
        [actor.id, await this.passwords.hash(dto.newPassword)],
      );
      await this.sessions.endAll(unit, actor.id, 'password changed', actor.origin?.sessionId);
      unit.emit({ name: 'user.changed', resource: 'user', recordId: actor.id });
    });
    this.actors.forget();
  }
}
