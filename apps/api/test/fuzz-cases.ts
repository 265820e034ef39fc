/** A schema of the API document, as far as the fuzz reads it. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  minimum?: number;
  maxLength?: number;
  example?: unknown;
}

/** Texts that have broken programs: encodings, quoting, formulas, templates, numbers at their ends. */
export const NAUGHTY: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  "' or 1=1 --",
  '"; drop table users; --',
  '$1',
  '%00',
  '%s%n',
  '${7*7}{{7*7}}<%= 7*7 %>',
  '<script>alert(1)</script>',
  '../../../etc/passwd',
  '=cmd|"/c calc"!A1',
  'true',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-1',
  '9223372036854775808',
  '1e400',
  '0x1F',
  '2026-02-30',
  '9999-12-31T23:59:60Z',
  '0000-00-00',
  '01990000-0000-7000-8000-00000000000G',
  '\uD800',
  '\uFEFF\u200B\u202E',
  '👨‍👩‍👧‍👦'.repeat(20),
  '融氏食品有限公司',
  'ﷺ'.repeat(50),
  'Z̷̛̘A̷L̸G̵O̴'.repeat(10),
  'a'.repeat(70_000),
  '['.repeat(500),
  '(((((((((((((((((((((((((((((((a)*)*)*)*)*)*)*)*)*)*)*)*)*',
  '*.*',
  '__proto__',
  'constructor',
];

/** Values of every JSON type, most of them wrong wherever they go. */
export const VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  9_007_199_254_740_992,
  [],
  {},
  [[[[[]]]]],
  { $ne: null },
  { toString: 'x', length: -1 },
  Array.from({ length: 1_000 }, () => 'x'),
  ...NAUGHTY,
];

/** Whole bodies that are no request at all: text and content type. */
export const BODIES: readonly (readonly [string | Uint8Array, string])[] = [
  ['', 'application/json'],
  ['{', 'application/json'],
  ['null', 'application/json'],
  ['"x"', 'application/json'],
  ['[[]]', 'application/json'],
  ['{"__proto__": {"isAdmin": true}, "constructor": 1}', 'application/json'],
  [`${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`, 'application/json'],
  [new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]), 'application/json'],
  ['{}', 'application/json; charset=utf-7'],
  ['<a/>', 'application/xml'],
  ['a=b', 'application/x-www-form-urlencoded'],
  ['--x\r\nnot a part', 'multipart/form-data; boundary=x'],
  ['--x', 'multipart/form-data'],
];

/** The same numbers every time: a failure can be seen again. */
export function seededChoice(seed: number): <T>(from: readonly T[]) => T {
  let state = seed;
  return (from) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return from[Math.floor((state / 2 ** 32) * from.length)]!;
  };
}

const NOWHERE = '01990000-0000-7000-8000-000000000000';

/** A body that fits its schema, so that a wrong field is seen by the rule behind the right ones. */
export function fitting(schema: Schema, schemas: Record<string, Schema>, depth = 0): unknown {
  const { $ref, allOf, anyOf, oneOf, type, format, example } = schema;
  if ($ref) return fitting(schemas[$ref.split('/').at(-1)!] ?? {}, schemas, depth);
  const [one] = allOf ?? anyOf ?? oneOf ?? [];
  if (one) return fitting(one, schemas, depth);
  if (schema.enum) return schema.enum[0];
  if (example !== undefined) return example;
  const kind = Array.isArray(type) ? type[0] : type;
  if (kind === 'object' || schema.properties) {
    if (depth > 3) return {};
    const entries = Object.entries(schema.properties ?? {});
    return Object.fromEntries(entries.map(([name, each]) => [name, fitting(each, schemas, depth + 1)]));
  }
  if (kind === 'array') return depth > 3 ? [] : [fitting(schema.items ?? {}, schemas, depth + 1)];
  if (kind === 'integer' || kind === 'number') return schema.minimum ?? 1;
  if (kind === 'boolean') return false;
  if (format === 'uuid') return NOWHERE;
  if (format === 'date') return '2026-03-01';
  if (format === 'date-time') return '2026-03-01T08:30:00Z';
  if (format === 'decimal') return '1.00';
  return 'x';
}

/** Bodies that are right but for one place, each place in turn. */
export function* spoiled(body: unknown, choose: <T>(from: readonly T[]) => T): Generator<unknown> {
  if (typeof body !== 'object' || body === null) return;
  for (const key of Object.keys(body)) {
    const copy = structuredClone(body) as Record<string, unknown>;
    copy[key] = choose(VALUES);
    yield copy;
    for (const inner of spoiled((body as Record<string, unknown>)[key], choose)) {
      const deep = structuredClone(body) as Record<string, unknown>;
      deep[key] = inner;
      yield deep;
    }
  }
}
