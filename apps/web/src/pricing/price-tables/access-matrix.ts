import type { AccessRule, PriceTable, PriceTableKind, Way } from './price-table.queries';

/** Whom rules are for: a role of ours, or a class of customers. */
export interface Subject {
  readonly key: string;
  readonly name: string;
  readonly roleId?: string;
  readonly customerClass?: string;
}

/** What rules are about: a kind of tables, or one table of it. */
export interface Scope {
  readonly key: string;
  readonly kind: string;
  readonly tableId: string | null;
}

export const subjectKeyOf = ({ roleId, customerClass }: AccessRule): string =>
  roleId ?? `class ${customerClass}`;
const scopeKey = (kind: string, tableId?: string | null) => `${kind} ${tableId ?? ''}`;

/** Every kind, and below it the tables that have rules of their own. */
export function scopesOf(
  kinds: readonly PriceTableKind[],
  tables: readonly PriceTable[],
  rules: readonly AccessRule[],
): (Scope & { table?: PriceTable })[] {
  const named = new Set(rules.map(({ tableId }) => tableId));
  return kinds.flatMap(({ code }) => [
    { key: scopeKey(code), kind: code, tableId: null },
    ...tables
      .filter(({ kind, id }) => kind === code && named.has(id))
      .map((table) => ({ key: scopeKey(code, table.id), kind: code, tableId: table.id, table })),
  ]);
}

const isFor = (rule: AccessRule, subject: string, scope: Scope): boolean =>
  subjectKeyOf(rule) === subject && rule.kind === scope.kind && (rule.tableId ?? null) === scope.tableId;

export const hasOwnRules = (rules: readonly AccessRule[], subject: string): boolean =>
  rules.some((rule) => subjectKeyOf(rule) === subject);

/** The ways given to a subject; those of the kind as long as no rule names the subject. */
export function waysFor(
  rules: readonly AccessRule[],
  kinds: readonly PriceTableKind[],
  subject: string,
  scope: Scope,
): readonly Way[] {
  if (!hasOwnRules(rules, subject))
    return scope.tableId === null ? (kinds.find(({ code }) => code === scope.kind)?.defaultWays ?? []) : [];
  return rules.find((rule) => isFor(rule, subject, scope))?.ways ?? [];
}

/** The rules after one way of one scope was given or taken; the first change writes the ways of all kinds down. */
export function withWay(
  rules: readonly AccessRule[],
  kinds: readonly PriceTableKind[],
  subject: Subject,
  scope: Scope,
  way: Way,
  isGiven: boolean,
): AccessRule[] {
  const { roleId = null, customerClass = null } = subject;
  const written: readonly AccessRule[] = hasOwnRules(rules, subject.key)
    ? rules
    : [
        ...rules,
        ...kinds
          .filter(({ defaultWays }) => defaultWays.length > 0)
          .map(({ code, defaultWays }) => ({
            roleId,
            customerClass,
            kind: code,
            tableId: null,
            ways: [...defaultWays],
          })),
      ];
  const before = written.find((rule) => isFor(rule, subject.key, scope));
  const ways = isGiven ? [...(before?.ways ?? []), way] : (before?.ways ?? []).filter((each) => each !== way);
  const others = written.filter((rule) => rule !== before);
  if (ways.length === 0) return others;
  return [...others, { roleId, customerClass, kind: scope.kind, tableId: scope.tableId, ways }];
}

/** Back to what the kinds say. */
export const withoutRules = (rules: readonly AccessRule[], subject: string): AccessRule[] =>
  rules.filter((rule) => subjectKeyOf(rule) !== subject);
