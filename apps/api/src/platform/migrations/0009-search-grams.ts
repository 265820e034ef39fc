import { SqlMigration } from '../database/sql-migration.js';

export class SearchGrams1761000000009 extends SqlMigration {
  readonly name = 'SearchGrams1761000000009';
  protected readonly sql = `
    -- Neighbouring characters: every pair, and of letters and digits every three too. Two Chinese characters are rare in
    -- a table, but two digits are in every tenth phone number. Nobody searches for a space, so none is kept. A loop,
    -- because it costs a seventh of the same in one SQL expression.
    create or replace function ngram2(value text) returns text[]
      language plpgsql immutable strict parallel safe as $$
    declare
      characters text[] := string_to_array(value, null);
      last int := cardinality(characters);
      grams text[] := '{}';
      pair text;
    begin
      for position in 1 .. last - 1 loop
        continue when characters[position] = ' ' or characters[position + 1] = ' ';
        pair := characters[position] || characters[position + 1];
        grams := grams || pair;
        continue when position + 2 > last or characters[position + 2] = ' ';
        if octet_length(pair) = 2 and octet_length(characters[position + 2]) = 1 then
          grams := grams || (pair || characters[position + 2]);
        end if;
      end loop;
      return grams;
    end $$;

    do $$
    declare search_index regclass;
    begin
      for search_index in select indexrelid from pg_index where pg_get_indexdef(indexrelid) like '%ngram2(%' loop
        execute format('reindex index %s', search_index);
      end loop;
    end $$;
  `;
}
