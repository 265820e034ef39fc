import { SqlMigration } from '../database/sql-migration.js';

export class SearchFours1761000000158 extends SqlMigration {
  readonly name = 'SearchFours1761000000158';
  protected readonly sql = `
    -- Neighbouring characters that are found by an index: every pair; of letters, alone or with digits, every three; of
    -- digits every four, because every three of them are in each hundredth phone number. Nobody searches for a space, so
    -- none is kept. A loop, because it costs a seventh of the same in one SQL expression.
    create or replace function ngram2(value text) returns text[]
      language plpgsql immutable strict parallel safe as $$
    declare
      characters text[] := string_to_array(value, null);
      grams text[] := '{}';
      code int;
      -- How many characters up to this one are no space, are ASCII, are digits.
      together int := 0;
      plain int := 0;
      digits int := 0;
    begin
      for position in 1 .. cardinality(characters) loop
        code := ascii(characters[position]);
        if code = 32 then
          together := 0; plain := 0; digits := 0;
          continue;
        end if;
        together := together + 1;
        plain := case when code < 128 then plain + 1 else 0 end;
        digits := case when code between 48 and 57 then digits + 1 else 0 end;
        continue when together < 2;
        grams := grams || (characters[position - 1] || characters[position]);
        if digits > 3 then
          grams := grams || array_to_string(characters[position - 3 : position], '');
        elsif plain > 2 and digits < 3 then
          grams := grams || array_to_string(characters[position - 2 : position], '');
        end if;
      end loop;
      return grams;
    end $$;

    -- The search decides by the statistics of an index what is rare.
    do $$
    declare found record;
    begin
      for found in select indexrelid::regclass as search_index, indrelid::regclass as searched
                     from pg_index where pg_get_indexdef(indexrelid) like '%ngram2(%' loop
        execute format('reindex index %s', found.search_index);
        execute format('analyze %s', found.searched);
      end loop;
    end $$;
  `;
}
