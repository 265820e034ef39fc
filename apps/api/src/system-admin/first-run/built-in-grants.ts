import { allPermissions } from '../../platform/auth/permission-catalogue.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { asKept, grantProblems, type Grant } from '../roles/grants.js';
import { ADMINISTRATOR_ROLE } from '../roles/role.entity.js';
import type { BuiltInRole } from './built-in-roles.js';

/**
 * Codes of what the version before did not know. The administrator was given everything at each start, and nobody can take it
 * away: what that role lacks is new. Empty on the first start, when there is no such role.
 */
export async function newPermissions(unit: Unit): Promise<ReadonlySet<string>> {
  const known = await unit.query<{ permission: string }>(
    `select p.permission from role_permissions p join roles r on r.id = p.role_id where r.code = $1`,
    [ADMINISTRATOR_ROLE],
  );
  if (known.length === 0) return new Set();
  const codes = new Set(known.map(({ permission }) => permission));
  return new Set(
    allPermissions()
      .map(({ code }) => code)
      .filter((code) => !codes.has(code)),
  );
}

const defaultsOf = ({ grants }: BuiltInRole): Grant[] =>
  grants === '*'
    ? allPermissions().map(({ code }) => ({ code, scope: 'all' }))
    : Object.entries(grants).map(([code, scope]) => ({ code, scope }));

/** Gives a role that was just made all it comes with. */
export const grantDefaults = (unit: Unit, roleId: string, role: BuiltInRole): Promise<string[]> =>
  insertGrants(unit, roleId, defaultsOf(role));

/**
 * Gives a built-in role its share of the new permissions, or nobody could use what a new version brought. What the company
 * took away before stays away: old permissions are not given again, nor new ones that are of no use without them.
 */
export async function grantNew(
  unit: Unit,
  roleId: string,
  role: BuiltInRole,
  fresh: ReadonlySet<string>,
): Promise<string[]> {
  const offered = defaultsOf(role).filter(({ code }) => fresh.has(code));
  if (offered.length === 0) return [];
  const held = await unit.query<Grant>(
    `select permission as code, scope from role_permissions where role_id = $1`,
    [roleId],
  );
  return insertGrants(unit, roleId, usable(held, offered));
}

/** Those of the offered grants that are of use beside what is held: as far as what they need reaches. */
function usable(held: readonly Grant[], offered: readonly Grant[]): Grant[] {
  let kept = [...offered];
  for (;;) {
    const all = [...held, ...kept];
    const useless = new Set(grantProblems(all).map(({ pointer }) => all[Number(pointer.split('/').at(-1))]));
    const left = kept.filter((grant) => !useless.has(grant));
    if (left.length === kept.length) return left;
    kept = left;
  }
}

async function insertGrants(unit: Unit, roleId: string, grants: readonly Grant[]): Promise<string[]> {
  const made = await unit.query<{ permission: string }>(
    `insert into role_permissions (role_id, permission, scope)
     select $1, g->>'code', g->>'scope' from jsonb_array_elements($2::jsonb) as t(g)
     on conflict (role_id, permission) do nothing returning permission`,
    [roleId, JSON.stringify(asKept(grants))],
  );
  return made.map(({ permission }) => permission);
}
