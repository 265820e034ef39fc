import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { Notifications } from '../../platform/notifications/notifications.js';
import { pinyinInitials } from '../../platform/text/pinyin-initials.js';
import { DEMO_PASSWORD, Passwords } from '../auth/passwords.js';
import { Department } from '../departments/department.entity.js';
import { ADMINISTRATOR_ROLE, Role } from '../roles/role.entity.js';
import { User } from '../users/user.entity.js';
import { grantDefaults, grantNew, newPermissions } from './built-in-grants.js';
import { BUILT_IN_ROLES, type BuiltInRole } from './built-in-roles.js';
import { DEMO_DEPARTMENTS, DEMO_USERS } from './demo-people.js';

/** Any number of its own: replicas that start on an empty database side by side wait for the first. */
const FIRST_RUN_LOCK = 7_130_003;

export interface FirstRunResult {
  readonly isFirst: boolean;
  /** Of the first administrator of an empty system; printed once and nowhere kept. */
  readonly oneTimePassword?: string;
}

/** Puts into an empty database what nobody could sign in without: roles, and the first people. */
@Injectable()
export class FirstRun {
  constructor(
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly notifications: Notifications,
  ) {}

  async prepare(demo: boolean): Promise<FirstRunResult> {
    return this.work.run(SYSTEM_ACTOR, 'system.first-run', async (unit) => {
      await unit.query(`select pg_advisory_xact_lock($1)`, [FIRST_RUN_LOCK]);
      const roles = await this.ensureRoles(unit);
      if ((await unit.query(`select 1 from users limit 1`)).length > 0) return { isFirst: false };
      if (demo) {
        await this.addDemoPeople(unit, roles);
        return { isFirst: true };
      }
      const oneTimePassword = this.passwords.generate();
      const hash = await this.passwords.hash(oneTimePassword);
      await this.addUser(
        unit,
        { username: 'admin', displayName: '管理员', passwordHash: hash, mustChangePassword: true },
        roles.get('administrator')!,
      );
      return { isFirst: true, oneTimePassword };
    });
  }

  /** Adds missing built-in roles, and to those that are there what a new version brought. */
  private async ensureRoles(unit: Unit): Promise<Map<string, string>> {
    const fresh = await newPermissions(unit);
    const ids = new Map<string, string>();
    const given = new Set<string>();
    for (const role of BUILT_IN_ROLES) {
      const known = await unit.manager.findOne(Role, { where: { code: role.code } });
      const id = known?.id ?? (await this.addRole(unit, role));
      ids.set(role.code, id);
      if (!known) await grantDefaults(unit, id, role);
      else {
        const granted = await grantNew(unit, id, role, fresh);
        if (granted.length === 0) continue;
        unit.emit({
          name: 'role.changed',
          resource: 'role',
          recordId: id,
          audience: { permission: 'role:read' },
        });
        if (role.code !== ADMINISTRATOR_ROLE) given.add(role.name);
      }
    }
    if (given.size > 0) await this.tellKeepers(unit, [...given]);
    return ids;
  }

  private async addRole(unit: Unit, { code, name }: BuiltInRole): Promise<string> {
    const inserted = await unit.manager.insert(Role, { code, name, isBuiltIn: true });
    return inserted.identifiers[0]!.id as string;
  }

  /** Whoever keeps the roles looks at what they were given. */
  private async tellKeepers(unit: Unit, roles: readonly string[]): Promise<void> {
    const keepers = await unit.query<{ id: string }>(
      `select distinct u.id from users u join user_roles ur on ur.user_id = u.id
         join role_permissions p on p.role_id = ur.role_id and p.permission = 'role:manage'
        where u.state = 'active'`,
    );
    const params = { roles: roles.join('、'), count: roles.length };
    for (const { id } of keepers)
      await this.notifications.notify(unit, id, { kind: 'role.given-new', params, link: '/roles' });
  }

  private async addDemoPeople(unit: Unit, roles: Map<string, string>): Promise<void> {
    const departments = new Map<string, string>();
    for (const { code, name, parent } of DEMO_DEPARTMENTS) {
      const parentId = parent === null ? null : departments.get(parent)!;
      departments.set(
        code,
        (await unit.manager.insert(Department, { code, name, parentId })).identifiers[0]!.id as string,
      );
    }
    const passwordHash = await this.passwords.hash(DEMO_PASSWORD);
    const users = new Map<string, string>();
    for (const { username, displayName, department, role } of DEMO_USERS) {
      const person = {
        username,
        displayName,
        departmentId: departments.get(department)!,
        passwordHash,
        mustChangePassword: false,
        isDemo: true,
      };
      users.set(username, await this.addUser(unit, person, roles.get(role)!));
    }
    for (const { code, leader } of DEMO_DEPARTMENTS) {
      if (leader)
        await unit.query(`update departments set leader_id = $2 where code = $1`, [code, users.get(leader)]);
    }
  }

  private async addUser(unit: Unit, columns: Partial<User>, roleId: string): Promise<string> {
    const user = unit.manager.create(User, columns);
    user.initials = pinyinInitials(user.displayName);
    const id = (await unit.manager.insert(User, user)).identifiers[0]!.id as string;
    await unit.query(`insert into user_roles (user_id, role_id) values ($1, $2)`, [id, roleId]);
    return id;
  }
}
