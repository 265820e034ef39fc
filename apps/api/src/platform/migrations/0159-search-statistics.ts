import { SqlMigration } from '../database/sql-migration.js';

export class SearchStatistics1761000000159 extends SqlMigration {
  readonly name = 'SearchStatistics1761000000159';
  protected readonly sql = `
    -- What is known of the search index of a table. The server shows the statistics of an index to its owner alone, and the
    -- application is not the owner; it may read every row that they are of.
    create function search_statistics(searched regclass)
      returns table (rows float8, entries text[], shares float8[], months text[], month_shares float8[])
      language sql stable security definer set search_path = pg_catalog
    begin atomic
      select t.reltuples::float8, s.most_common_elems::text::text[], s.most_common_elem_freqs::float8[],
             m.most_common_vals::text::text[], m.most_common_freqs::float8[]
        from pg_class t
        join pg_index i on i.indrelid = t.oid
        join pg_class x on x.oid = i.indexrelid
        join pg_stats s on s.schemaname = x.relnamespace::regnamespace::text and s.tablename = x.relname and s.attname = 'ngram2'
        left join pg_stats m on m.schemaname = s.schemaname and m.tablename = s.tablename and m.attname = 'month_of'
       where t.oid = searched and pg_get_indexdef(x.oid) like '%ngram2(%' limit 1;
    end;
  `;
}
