import type { Unit } from '../database/unit-of-work.js';
import { scopeOfReader } from './import-scope.js';
import type { ImportedTable } from './import-tables.js';

export interface Suggestion {
  readonly field: string;
  readonly text: string;
  readonly rows: number;
  /** Records that are nearly called so, nearest first. */
  readonly candidates: string[];
  /** Whether such rows can be taken with nothing in its place. */
  readonly mayBeBlank: boolean;
  /** Code of the dictionary whose value it could become. */
  readonly dictionary?: string;
}

export const MOST_SHOWN = 20;

/** Fields whose values differ between rows of one record, with the number of such records. */
export async function findConflicts(unit: Unit, table: ImportedTable): Promise<Record<string, number>> {
  const names = [...table.fields, ...table.references]
    .map(({ name }) => name)
    .filter((name) => !table.key.includes(name));
  if (names.length === 0) return {};
  const distinct = names.map((name) => `count(distinct "${name}") as "${name}"`).join(', ');
  const several = names.map((name) => `count(*) filter (where "${name}" > 1)::int as "${name}"`).join(', ');
  const key = table.key.map((part) => `"${part}"`).join(', ');
  const [row] = await unit.query<Record<string, number>>(
    `select ${several} from (select ${distinct} from ${table.stage} group by ${key} having count(*) > 1) as keys`,
  );
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, keys]) => keys > 0));
}

/** For texts that refer to nothing: what they may have meant, of what the importer may see. Offered, never joined silently. */
export async function findSuggestions(
  unit: Unit,
  importId: string,
  tables: readonly ImportedTable[],
): Promise<Suggestion[]> {
  const found: Suggestion[] = [];
  for (const { resource, key, fields, creates } of tables) {
    const seen = scopeOfReader(resource, unit.actor, 2);
    const field = fields.find(({ name }) => key.includes(name));
    if (creates || !field?.column) continue;
    const path = `${resource.resource}.${field.name}`;
    const mayBeBlank = !tables.some((other) =>
      other.requiredReferences().some((reference) => reference.resource === resource.resource),
    );
    const initials = Object.entries(resource.derived ?? {}).find(([, { from }]) => from === field.name)?.[0];
    // Typed by its pinyin initials (rssp for 融氏食品), as people do who know their customers.
    const byInitials = initials
      ? `missing.text ~ '^[A-Za-z]{2,30}$' and t.${initials} = lower(missing.text)`
      : 'false';
    // Too short for any measure of nearness: 李那 may well be 李娜.
    const bySurname = `missing.text ~ '^[^ -~]{2,4}$' and char_length(t.${field.column}) = char_length(missing.text)
                    and left(t.${field.column}, 1) = left(missing.text, 1)`;
    const rows = await unit.query<{ text: string; rows: number; candidates: string[] | null }>(
      `select missing.text, missing.rows, (
          select array_agg(near.value order by near.nearness desc) from (
            select t.${field.column} as value,
                   case when ${byInitials} then 1 else similarity(lower(t.${field.column}), lower(missing.text)) end as nearness
              from ${resource.table} t
             where (lower(regexp_replace(t.${field.column}, '\\s', '', 'g')) = lower(regexp_replace(missing.text, '\\s', '', 'g'))
                or similarity(lower(t.${field.column}), lower(missing.text)) > 0.3 or (${byInitials}) or (${bySurname}))
                   ${resource.hasRecycleBin ? 'and t.deleted_at is null' : ''} and ${seen.condition}
             order by nearness desc limit 3) as near) as candidates
         from (select p->'params'->>'text' as text, count(*)::int as rows from import_rows r cross join jsonb_array_elements(r.problems) p
                where r.import_id = $1 and p->>'code' = 'import.not-found' and p->>'field' = $2 group by 1 order by 2 desc limit ${MOST_SHOWN}) as missing`,
      [importId, path, ...seen.values],
    );
    found.push(
      ...rows.map(({ text, rows: count, candidates }) => ({
        field: path,
        text,
        rows: count,
        candidates: candidates ?? [],
        mayBeBlank,
      })),
    );
  }
  return found;
}

/**
 * The same for texts that are none of the values to choose from. Where none is near (another program's words for the same
 * stages), all are offered as long as one can look them over.
 */
export async function findChoiceSuggestions(
  unit: Unit,
  importId: string,
  tables: readonly ImportedTable[],
): Promise<Suggestion[]> {
  const choices = tables.flatMap(({ resource, fields, key }) =>
    fields
      .filter(({ type }) => type === 'choice')
      .map((field) => ({
        path: `${resource.resource}.${field.name}`,
        field,
        mayBeBlank: !field.required && !key.includes(field.name),
      })),
  );
  const found: Suggestion[] = [];
  for (const { path, field, mayBeBlank } of choices) {
    const words = [...new Set(Object.values(field.choices ?? {}).flat())];
    const all = Object.values(field.choices ?? {}).map(([word]) => word);
    const rows = await unit.query<Omit<Suggestion, 'field' | 'mayBeBlank'>>(
      `select missing.text, missing.rows, coalesce((
          select array_agg(near.word order by near.nearness desc) from (
            select word, similarity(lower(word), lower(missing.text)) as nearness from unnest($3::text[]) as word
             where similarity(lower(word), lower(missing.text)) > 0.2 or strpos(word, missing.text) > 0 or strpos(missing.text, word) > 0
             order by nearness desc limit 3) as near), $4) as candidates
         from (select p->'params'->>'text' as text, count(*)::int as rows from import_rows r cross join jsonb_array_elements(r.problems) p
                where r.import_id = $1 and p->>'code' = 'import.unknown-choice' and p->>'field' = $2 group by 1 order by 2 desc limit ${MOST_SHOWN}) as missing`,
      [importId, path, words, all.length <= MOST_SHOWN ? all : []],
    );
    const { dictionary } = field;
    found.push(...rows.map((row) => Object.assign(row, { field: path, mayBeBlank, dictionary })));
  }
  return found;
}
