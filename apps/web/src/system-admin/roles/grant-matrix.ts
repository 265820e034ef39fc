import type { Permission, Role } from './role.queries';

export type Grants = Readonly<Record<string, Scope>>;
export type Scope = Role['permissions'][number]['scope'];

/** Narrowest first, as the server compares them. */
export const SCOPES: readonly Scope[] = ['own', 'department', 'department_and_below', 'all'];

const width = (scope: Scope | undefined): number => (scope ? SCOPES.indexOf(scope) : -1);

/** `a` if it reaches at least as far as `b`. */
export const wider = (a: Scope | undefined, b: Scope): Scope => (width(a) >= width(b) ? a! : b);

export const asGrants = (permissions: Role['permissions']): Record<string, Scope> =>
  Object.fromEntries(permissions.map(({ code, scope }) => [code, scope]));

export const asPermissions = (grants: Grants): Role['permissions'] =>
  Object.entries(grants)
    .map(([code, scope]) => ({ code, scope }))
    .toSorted((a, b) => a.code.localeCompare(b.code));

/** Gives one permission with this reach, and what it is of no use without with the same; leaves `grants` as it was. */
export function give(grants: Grants, code: string, scope: Scope, all: readonly Permission[]): Grants {
  const permission = all.find((each) => each.code === code);
  const kept: Scope = permission?.scoped ? scope : 'all';
  const given = { ...grants, [code]: kept };
  return (permission?.needs ?? []).reduce<Grants>(
    (done, needed) => give(done, needed, wider(done[needed], kept), all),
    narrowedDependants(given, code, kept, all),
  );
}

/** Takes one permission away, and with it whatever is of no use without it. */
export function take(grants: Grants, code: string, all: readonly Permission[]): Grants {
  const { [code]: _taken, ...left } = grants;
  const dependants = all.filter((each) => each.needs.includes(code) && each.code in left);
  return dependants.reduce<Grants>((done, each) => take(done, each.code, all), left);
}

/** Changing cannot reach further than seeing: what needs this permission is narrowed with it. */
function narrowedDependants(grants: Grants, code: string, scope: Scope, all: readonly Permission[]): Grants {
  const dependants = all.filter(
    (each) => each.scoped && each.needs.includes(code) && width(grants[each.code]) > width(scope),
  );
  const narrowed = dependants.map((each) => [each.code, scope] as const);
  return dependants.reduce<Grants>(
    (done, { code: dependant }) => narrowedDependants(done, dependant, scope, all),
    Object.assign({ ...grants }, Object.fromEntries(narrowed)),
  );
}

/** The reaches of this permission that an editor with these grants may hand out. */
export const scopesWithin = (own: Grants, code: string): Scope[] =>
  SCOPES.filter((scope) => width(scope) <= width(own[code]));

export interface Difference {
  readonly code: string;
  readonly a: Scope | undefined;
  readonly b: Scope | undefined;
}

/** Permissions in which two roles differ, by code. */
export function differences(a: Grants, b: Grants): Difference[] {
  const codes = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted();
  return codes.filter((code) => a[code] !== b[code]).map((code) => ({ code, a: a[code], b: b[code] }));
}
