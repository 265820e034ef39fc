import type { Unit } from '../database/unit-of-work.js';
import { MOST_SHOWN } from './import-findings.js';
import { scopeOfReader } from './import-scope.js';
import type { ImportedTable } from './import-tables.js';

/** A new record that is called nearly like another one; a person says whether it is the same. */
export interface FoundDuplicate {
  readonly line: number;
  readonly name: string;
  /** Id of the record that is there; null when the other one is further up in the file. */
  readonly existingId: string | null;
  readonly existingName: string;
  /** Field, its text in this row and the text to be meant instead, for it to be the same record; null where several fields tell. */
  readonly alias: { readonly field: string; readonly text: string; readonly meant: string } | null;
}

/** Without case, width, blanks and punctuation: what two people write differently and mean alike. */
const folded = (sql: string): string =>
  `translate(lower(normalize(${sql}, NFKC)), E' \\t\\n-_.,:;·、。《》()[]{}&\\'"/|', '')`;

/** New records whose name is nearly that of another: of a record that the importer may see, or of one further up in the file. */
export async function findDuplicates(unit: Unit, table: ImportedTable): Promise<FoundDuplicate[]> {
  const { resource, fields, key, first } = table;
  const isNamed = fields.some(({ name, column }) => name === 'name' && column === 'name');
  const isOfItsOwn = key.every((part) => fields.some(({ name, column }) => name === part && column));
  if (!isNamed || !isOfItsOwn || !table.creates) return [];
  const [known = 'name', ...more] = key;
  const seen = scopeOfReader(resource, unit.actor, 0);
  const column = table.columnOf(known);
  // Where numbers tell records apart, several of one name in one file are several.
  const twice = key.includes('name')
    ? `union all
       select n.line, n.name, n.text, null, n.first_name, n.first_text from fresh n where n.line > n.first_line`
    : '';
  const found = await unit.query<{
    line: number;
    name: string;
    text: string;
    existingId: string | null;
    existingName: string;
    meant: string;
  }>(
    `with fresh as materialized (
       select f.line, f.name, f."${known}"::text as text, ${folded('f.name')} as folded, min(f.line) over same as first_line,
              first_value(f.name) over same as first_name, first_value(f."${known}"::text) over same as first_text
         from ${first} f where f.is_new window same as (partition by ${folded('f.name')} order by f.line))
     select line, name, text, id as "existingId", other as "existingName", meant from (
       select n.line, n.name, n.text, t.id, t.name as other, t.${column}::text as meant from fresh n
         join ${resource.table} t on ${folded('t.name')} = n.folded
        where n.folded <> '' ${resource.hasRecycleBin ? 'and t.deleted_at is null' : ''} and ${seen.condition} ${twice}) as near
      where meant is distinct from text order by line limit ${MOST_SHOWN}`,
    seen.values,
  );
  return found.map(({ line, name, text, existingId, existingName, meant }) => ({
    line,
    name,
    existingId,
    existingName,
    alias: more.length === 0 ? { field: `${resource.resource}.${known}`, text, meant } : null,
  }));
}
