import { createHash } from 'node:crypto';

/** Statement texts are built from declarations, so there are few; past this many they go unnamed. */
const MOST_NAMED = 400;

const names = new Map<string, string>();

/** Under a name PostgreSQL parses and plans a statement once per connection; undefined when there are too many. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMED) return known;
  const name = `s${createHash('sha1').update(text).digest('hex').slice(0, 16)}`;
  names.set(text, name);
  return name;
}
