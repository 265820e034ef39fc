/** What the absence of a field permission does: the fields are left out, or shown in part (138****8000). */
export const FIELD_EFFECTS = ['hidden', 'masked'] as const;

/** One thing a role may be given. Modules declare theirs in `<module>.permissions.ts`. */
export interface PermissionDeclaration {
  readonly code: `${string}:${string}`;
  /** English sentence for the API document and the role editor. */
  readonly describe: string;
  /** Whether the scope (own, department …) narrows it; others are all or nothing. */
  readonly scoped: boolean;
  /** Permissions without which this one is of no use; the role editor keeps them together. */
  readonly needs?: readonly `${string}:${string}`[];
  /** Set when it is about fields, not actions: what happens to them without it. */
  readonly fields?: (typeof FIELD_EFFECTS)[number];
}

const catalogue = new Map<string, PermissionDeclaration>();

/** Adds a module's permissions to the catalogue; returns them for the module's own use. */
export function declarePermissions<const T extends readonly PermissionDeclaration[]>(permissions: T): T {
  for (const permission of permissions) catalogue.set(permission.code, permission);
  return permissions;
}

export const allPermissions = (): readonly PermissionDeclaration[] =>
  [...catalogue.values()].sort((a, b) => a.code.localeCompare(b.code));

export const findPermission = (code: string): PermissionDeclaration | undefined => catalogue.get(code);

export const isDeclaredPermission = (code: string): boolean => catalogue.has(code);
