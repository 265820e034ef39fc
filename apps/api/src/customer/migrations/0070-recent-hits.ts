import { SqlMigration } from '../../platform/database/sql-migration.js';

export class RecentHits1761000000070 extends SqlMigration {
  readonly name = 'RecentHits1761000000070';
  protected readonly sql = `
    -- Months since the year nought. Beside the searched pairs in one index it finds the newest hits of a term alone.
    create function month_of(moment timestamptz) returns int language sql immutable strict parallel safe
      return (extract(year from moment at time zone 'UTC') * 12 + extract(month from moment at time zone 'UTC'))::int;

    drop index ix_customers_search;
    create index ix_customers_search on customers using gin (ngram2(search_text), month_of(created_at));
    -- What is common and what is rare is known from its statistics.
    analyze customers;
  `;
}
