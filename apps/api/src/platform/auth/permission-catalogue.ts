/** One thing a role may be given. Modules declare theirs in `<module>.permissions.ts`. */
export interface PermissionDeclaration {
  readonly code: `${string}:${string}`;
  /** English sentence for the API document and the role editor. */
  readonly describe: string;
  /** Whether the scope (own, department …) narrows it; others are all or nothing. */
  readonly scoped: boolean;
}

const catalogue = new Map<string, PermissionDeclaration>();

/** Adds a module's permissions to the catalogue; returns them for the module's own use. */
export function declarePermissions<const T extends readonly PermissionDeclaration[]>(permissions: T): T {
  for (const permission of permissions) catalogue.set(permission.code, permission);
  return permissions;
}

export const allPermissions = (): readonly PermissionDeclaration[] =>
  [...catalogue.values()].sort((a, b) => a.code.localeCompare(b.code));

export const isDeclaredPermission = (code: string): boolean => catalogue.has(code);
