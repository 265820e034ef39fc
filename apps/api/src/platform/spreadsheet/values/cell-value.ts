/** A value read from a cell, or why it cannot be read: a stable code and what a screen needs for its sentence. */
export type CellValue<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Code; readonly params: Record<string, unknown> };

export const valid = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const invalid = <Code extends string>(
  code: Code,
  params: Record<string, unknown>,
): { ok: false; code: Code; params: Record<string, unknown> } => ({ ok: false, code, params });
