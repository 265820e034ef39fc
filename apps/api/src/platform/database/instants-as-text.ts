import pg from 'pg';

type Types = NonNullable<pg.QueryConfig['types']>;
type Parser = (value: string) => unknown;

const TIMESTAMPTZ: number = pg.types.builtins.TIMESTAMPTZ;
/** As PostgreSQL writes an instant on our connections: ISO, in UTC. */
const IN_UTC = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/;

/**
 * The text `Date.toJSON` gives, without the Date between: making and writing one costs more than the rest of the row.
 * @param value an instant as PostgreSQL writes it
 * @returns ISO 8601 with milliseconds and `Z`
 */
export function instantText(value: string): string {
  if (!IN_UTC.test(value)) return new Date(value).toISOString();
  const fraction = value.length > 22 ? value.slice(20, -3).padEnd(3, '0').slice(0, 3) : '000';
  return `${value.slice(0, 10)}T${value.slice(11, 19)}.${fraction}Z`;
}

const standard = pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => Parser;

/** Types of a query whose rows go out as JSON. */
export const INSTANTS_AS_TEXT = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): Parser =>
    oid === TIMESTAMPTZ && format !== 'binary' ? instantText : standard(oid, format),
} as unknown as Types;
