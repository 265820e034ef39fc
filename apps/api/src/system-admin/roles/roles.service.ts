import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { Actors } from '../auth/actors.js';
import { RoleBeyondOwnError } from '../users/user.errors.js';
import { UserRoles } from '../users/user-roles.js';
import { asKept, beyondOwn, grantProblems, type Grant } from './grants.js';
import type { ChangeRoleDto, CreateRoleDto, RoleDto } from './role.dto.js';
import { ADMINISTRATOR_ROLE, Role } from './role.entity.js';
import { BuiltInRoleError, FixedRoleError, RoleInUseError } from './role.errors.js';
import { roleList } from './role.list.js';

const GRANTS = `select permission as code, scope from role_permissions where role_id = $1`;

/** Life of a role: made, changed, deleted. Nobody gives, or takes, what reaches further than she does herself. */
@Injectable()
export class RolesService {
  constructor(
    private readonly lists: Lists,
    private readonly work: UnitOfWork,
    private readonly userRoles: UserRoles,
    private readonly actors: Actors,
  ) {}

  async page(query: RawQuery, actor: Actor): Promise<Page<RoleDto>> {
    const page = await this.lists.page<RoleDto>(roleList, query, actor);
    return { ...page, items: page.items.map((role) => withAllowedActions(role, actor)) };
  }

  async read(id: string, actor: Actor): Promise<RoleDto> {
    return withAllowedActions(await this.lists.one<RoleDto>(roleList, id, actor), actor);
  }

  async create(dto: CreateRoleDto, actor: Actor): Promise<RoleDto> {
    const id = await this.work.run(actor, 'role.create', async (unit) => {
      const code = `role-${randomBytes(4).toString('hex')}`;
      const inserted = await unit.manager.insert(Role, { code, name: dto.name, isBuiltIn: false });
      const roleId = inserted.identifiers[0]!.id as string;
      await this.grant(unit, roleId, dto.permissions);
      announce(unit, 'role.created', roleId);
      return roleId;
    });
    return this.read(id, actor);
  }

  async change(id: string, dto: ChangeRoleDto, version: number | undefined, actor: Actor): Promise<RoleDto> {
    await this.work.run(actor, 'role.change', async (unit) => {
      const role = await this.lockOwn(unit, id, version);
      if (dto.name !== undefined) role.name = dto.name;
      role.updatedAt = new Date();
      await unit.manager.save(role);
      if (dto.permissions) await this.grant(unit, id, dto.permissions);
      await this.userRoles.refuseWithoutAdministrator(unit);
      announce(unit, 'role.changed', id);
    });
    this.actors.forget();
    return this.read(id, actor);
  }

  /** @throws RoleInUseError while anybody has it, disabled users included: enabling one must not find a hole. */
  async remove(id: string, version: number | undefined, actor: Actor): Promise<void> {
    await this.work.run(actor, 'role.delete', async (unit) => {
      const role = await this.lockOwn(unit, id, version);
      if (role.isBuiltIn) throw new BuiltInRoleError();
      const [held] = await unit.query<{ users: number }>(
        `select count(*)::int as users from user_roles where role_id = $1`,
        [id],
      );
      if (held!.users > 0) throw new RoleInUseError(held!.users);
      await unit.query(`delete from role_permissions where role_id = $1`, [id]);
      await unit.manager.remove(role);
      announce(unit, 'role.deleted', id);
    });
    this.actors.forget();
  }

  /** A role that reaches no further than the caller, held until the commit. */
  private async lockOwn(unit: Unit, id: string, version: number | undefined): Promise<Role> {
    const role = await lockRecord(unit, Role, 'role', id, { version });
    if (role.code === ADMINISTRATOR_ROLE) throw new FixedRoleError();
    refuseBeyond(await unit.query<Grant>(GRANTS, [id]), unit.actor);
    return role;
  }

  /** Makes the role's grants exactly these; what stays as it was is not touched, so the log shows what changed. */
  private async grant(unit: Unit, roleId: string, wanted: readonly Grant[]): Promise<void> {
    const grants = asKept(wanted);
    const problems = grantProblems(grants);
    if (problems.length > 0) throw new InvalidInputError(problems);
    refuseBeyond(grants, unit.actor);
    await unit.query(`delete from role_permissions where role_id = $1 and permission <> all($2::text[])`, [
      roleId,
      grants.map(({ code }) => code),
    ]);
    await unit.query(
      `insert into role_permissions (role_id, permission, scope)
       select $1, g->>'code', g->>'scope' from jsonb_array_elements($2::jsonb) as t(g)
       on conflict (role_id, permission) do update set scope = excluded.scope
        where role_permissions.scope <> excluded.scope`,
      [roleId, JSON.stringify(grants)],
    );
  }
}

function refuseBeyond(grants: readonly Grant[], actor: Actor): void {
  const beyond = beyondOwn(grants, actor);
  if (beyond.length > 0) throw new RoleBeyondOwnError(beyond.slice(0, 20));
}

const announce = (unit: Unit, name: string, recordId: string): void =>
  unit.emit({ name, resource: 'role', recordId, audience: { permission: 'role:read' } });

function withAllowedActions(role: Omit<RoleDto, 'allowedActions'>, actor: Actor): RoleDto {
  const isOwn = role.code !== ADMINISTRATOR_ROLE && beyondOwn(role.permissions, actor).length === 0;
  if (!may(actor, 'role:manage') || !isOwn) return { ...role, allowedActions: [] };
  return { ...role, allowedActions: role.isBuiltIn ? ['change'] : ['change', 'delete'] };
}
