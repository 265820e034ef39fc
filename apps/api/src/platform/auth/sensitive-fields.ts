/** A column that not everybody who sees its record may see. */
export interface SensitiveField {
  readonly table: string;
  readonly column: string;
  /** Word of the table's records in the audit log. */
  readonly audited: string;
  readonly permission: `${string}:${string}`;
  /** Without the permission: left out, or a phone number with its middle covered (138****8000). */
  readonly without: 'hidden' | 'masked-phone';
}

const declared: SensitiveField[] = [];

/**
 * Modules declare theirs beside their permissions. The audit log hides them by this; lists name the permission at the
 * column, and a test compares the two, so that a list which forgets is found.
 */
export const declareSensitiveFields = (...fields: readonly SensitiveField[]): void =>
  void declared.push(...fields);

export const sensitiveFields = (): readonly SensitiveField[] => declared;

/** SQL that covers the middle of a phone number; null stays null. The function is made by a migration. */
export const maskedPhone = (sql: string): string => `mask_phone(${sql})`;

/**
 * SQL of audited columns (jsonb) without what the reader may not see.
 * @param sql the jsonb expression, or null for none
 * @param resource SQL expression of the entry's resource word
 */
export function withoutSensitive(
  sql: string,
  resource: string,
  sees: (permission: string) => boolean,
): string {
  const kept = declared.filter(({ permission }) => !sees(permission));
  const byResource = [...Map.groupBy(kept, ({ audited }) => audited)];
  if (byResource.length === 0) return sql;
  const cases = byResource.map(([word, fields]) => `when '${word}' then ${fields.reduce(without, sql)}`);
  return `case ${resource} ${cases.join(' ')} else ${sql} end`;
}

const without = (sql: string, { column, without: how }: SensitiveField): string =>
  how === 'hidden' ? `(${sql} - '${column}')` : `mask_phone_in(${sql}, '${column}')`;
