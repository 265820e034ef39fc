import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { allPermissions } from '../../platform/auth/permission-catalogue.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { pinyinInitials } from '../../platform/text/pinyin-initials.js';
import { DEMO_PASSWORD, Passwords } from '../auth/passwords.js';
import { Department } from '../departments/department.entity.js';
import { Role } from '../roles/role.entity.js';
import { User } from '../users/user.entity.js';
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

  /** Adds missing built-in roles; the administrator always gets what a new version brought. */
  private async ensureRoles(unit: Unit): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const role of BUILT_IN_ROLES) {
      const known = await unit.manager.findOne(Role, { where: { code: role.code } });
      const id =
        known?.id ??
        (await unit.manager.insert(Role, { code: role.code, name: role.name, isBuiltIn: true }))
          .identifiers[0]!.id;
      ids.set(role.code, id as string);
      if (!known || role.grants === '*') await this.grant(unit, id as string, role);
    }
    return ids;
  }

  private async grant(unit: Unit, roleId: string, { grants }: BuiltInRole): Promise<void> {
    const entries =
      grants === '*' ? allPermissions().map(({ code }) => [code, 'all']) : Object.entries(grants);
    await unit.query(
      `insert into role_permissions (role_id, permission, scope) select $1, g->>0, g->>1 from jsonb_array_elements($2::jsonb) as t(g)
       on conflict (role_id, permission) do nothing`,
      [roleId, JSON.stringify(entries)],
    );
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
