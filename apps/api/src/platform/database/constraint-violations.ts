import { RecordInUseError } from '../errors/common.errors.js';
import type { DomainError } from '../errors/domain-error.js';

type Meaning = (detail: { table: string; value: string }) => DomainError;

const meanings = new Map<string, Meaning>();

/** Says what the breach of a named database constraint means to a person. */
export function whenViolated(constraint: string, meaning: Meaning): void {
  meanings.set(constraint, meaning);
}

interface PgError {
  code?: string;
  constraint?: string;
  table?: string;
  detail?: string;
}

const FOREIGN_KEY = '23503';

/** The domain error behind a database error, or the error itself. */
export function asConflict(error: unknown): unknown {
  const pgError = ((error as { driverError?: unknown }).driverError ?? error) as PgError;
  const table = pgError.table ?? 'record';
  // One foreign key is broken from both ends: by naming what is not there, and by removing what is named.
  if (pgError.code === FOREIGN_KEY && pgError.detail?.includes('still referenced'))
    return new RecordInUseError(table);
  const meaning = meanings.get(pgError.constraint ?? '');
  return meaning ? meaning({ table, value: valueIn(pgError.detail) }) : error;
}

/** PostgreSQL says `Key (number)=(K-1) already exists.`; the value helps the person who typed it. */
const valueIn = (detail = ''): string => /=\((.*)\) already exists/.exec(detail)?.[1] ?? '';
