import { Injectable } from '@nestjs/common';
import { DATA_SCOPES, SYSTEM_ACTOR, type Actor, type DataScope } from '../../platform/auth/actor.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { LastAdministratorError, RoleBeyondOwnError } from './user.errors.js';

/** Any number of its own: changes that could remove the last administrator wait in line. */
const ADMINISTRATORS_LOCK = 7_130_002;

const GRANTED = `select p.permission, p.scope from user_roles r join role_permissions p on p.role_id = r.role_id where r.user_id = $1`;
const ADMINISTRATORS = `select 1 from users u join user_roles r on r.user_id = u.id
  join role_permissions p on p.role_id = r.role_id and p.permission = 'user:manage' where u.state = 'active' limit 1`;

/** Who has which role, and the two rules about giving them. */
@Injectable()
export class UserRoles {
  async set(unit: Unit, userId: string, roleIds: readonly string[]): Promise<void> {
    await unit.query(`delete from user_roles where user_id = $1 and role_id <> all($2::uuid[])`, [
      userId,
      roleIds,
    ]);
    await unit.query(
      `insert into user_roles (user_id, role_id) select $1, role_id from unnest($2::uuid[]) as t(role_id)
       on conflict (user_id, role_id) do nothing`,
      [userId, roleIds],
    );
    await this.refuseBeyond(unit, userId, unit.actor);
  }

  /** Nobody manages, or makes, a user who may do more than she may herself. */
  async refuseBeyond(unit: Unit, userId: string, actor: Actor): Promise<void> {
    if (actor === SYSTEM_ACTOR) return;
    const granted = await unit.query<{ permission: string; scope: DataScope }>(GRANTED, [userId]);
    const beyond = granted.filter(({ permission, scope }) => {
      const own = actor.permissions.get(permission);
      return own === undefined || DATA_SCOPES.indexOf(own) < DATA_SCOPES.indexOf(scope);
    });
    if (beyond.length > 0)
      throw new RoleBeyondOwnError([...new Set(beyond.map(({ permission }) => permission))].slice(0, 20));
  }

  async refuseWithoutAdministrator(unit: Unit): Promise<void> {
    await unit.query(`select pg_advisory_xact_lock($1)`, [ADMINISTRATORS_LOCK]);
    if ((await unit.query(ADMINISTRATORS)).length === 0) throw new LastAdministratorError();
  }
}
