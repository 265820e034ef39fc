import { InvalidInputError } from '../errors/common.errors.js';

/** Where a page starts: the sort it belongs to, the direction, and the last seen (value, key). */
export interface Cursor {
  readonly sort: string;
  readonly backwards: boolean;
  readonly value: string;
  readonly key: string;
}

export const encodeCursor = ({ sort, backwards, value, key }: Cursor): string =>
  Buffer.from(JSON.stringify([sort, backwards ? 1 : 0, value, key])).toString('base64url');

/** @throws InvalidInputError when it is not one of ours, or belongs to another sort. */
export function decodeCursor(text: string, sort: string): Cursor {
  const refuse = (): never => {
    throw new InvalidInputError([
      { pointer: 'cursor', detail: 'This cursor is not valid for this list and sort.', rule: 'cursor' },
    ]);
  };
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 4 || parts[0] !== sort) return refuse();
    const [, backwards, value, key] = parts as unknown[];
    if (typeof value !== 'string' || typeof key !== 'string' || value.includes('\0')) return refuse();
    if (!/^([0-9a-f-]{36}|\d{1,19})$/i.test(key)) return refuse();
    return { sort, backwards: backwards === 1, value, key };
  } catch (error) {
    if (error instanceof InvalidInputError) throw error;
    return refuse();
  }
}
