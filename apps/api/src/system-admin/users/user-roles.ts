import { Injectable } from '@nestjs/common';
import { DATA_SCOPES, SYSTEM_ACTOR, type Actor } from '../../platform/auth/actor.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { LastAdministratorError, RoleBeyondOwnError } from './user.errors.js';

/** Any number of its own: changes that could remove the last administrator wait in line. */
const ADMINISTRATORS_LOCK = 7_130_002;

/**
 * Grants of role `role` that reach further than those of an actor: `scopes` is the parameter with the order of scopes,
 * `own` the one with her own permissions (see `ownReach`).
 */
const beyond = (role: string, scopes: string, own: string): string =>
  `select p.permission from role_permissions p where p.role_id = ${role}
    and coalesce(array_position(${scopes}::text[], p.scope), 99) > coalesce((${own}::jsonb->>p.permission)::int, 0)`;

/** What the SQL of `beyond` compares with: the order of scopes, and permission → position of the widest scope she has. */
export const ownReach = ({ permissions }: Actor): [scopes: readonly string[], own: string] => [
  DATA_SCOPES,
  JSON.stringify(
    Object.fromEntries([...permissions].map(([code, scope]) => [code, DATA_SCOPES.indexOf(scope) + 1])),
  ),
];

/** SQL that is true when the role reaches further than the actor of `ownReach`. */
export const roleReachesBeyond = (role: string, scopes: string, own: string): string =>
  `exists (${beyond(role, scopes, own)})`;

/** SQL that is true when a user has such a role. */
export const userReachesBeyond = (user: string, scopes: string, own: string): string =>
  `exists (select 1 from user_roles ur cross join lateral (${beyond('ur.role_id', scopes, own)}) as b where ur.user_id = ${user})`;

const BEYOND = `select distinct b.permission from user_roles ur cross join lateral (${beyond('ur.role_id', '$2', '$3')}) as b
  where ur.user_id = any($1::uuid[]) order by 1 limit 20`;
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
    await this.refuseBeyond(unit, [userId], unit.actor);
  }

  /** Nobody manages, or makes, a user who may do more than she may herself. @throws RoleBeyondOwnError */
  async refuseBeyond(unit: Unit, userIds: readonly string[], actor: Actor): Promise<void> {
    if (actor === SYSTEM_ACTOR) return;
    const found = await unit.query<{ permission: string }>(BEYOND, [userIds, ...ownReach(actor)]);
    if (found.length > 0) throw new RoleBeyondOwnError(found.map(({ permission }) => permission));
  }

  async refuseWithoutAdministrator(unit: Unit): Promise<void> {
    await unit.query(`select pg_advisory_xact_lock($1)`, [ADMINISTRATORS_LOCK]);
    if ((await unit.query(ADMINISTRATORS)).length === 0) throw new LastAdministratorError();
  }
}
