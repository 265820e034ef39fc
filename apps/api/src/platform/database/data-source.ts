import { DataSource, type DataSourceOptions } from 'typeorm';
import type { AppConfig } from '../config/app-config.js';
import './type-parsers.js';

/** Of the connections of a process, those of `GenericPlans`; the data source has the others. */
export const genericPoolSize = (size: number): number => Math.floor(size / 4);

/** What every connection is opened with: sorting, comparing and date arithmetic must not depend on the server's settings. */
export const CONNECTION = {
  options: '-c timezone=UTC -c datestyle=ISO',
  keepAlive: true,
  application_name: 'juke-api',
  connectionTimeoutMillis: 5_000,
};

type Parts = Pick<DataSourceOptions, 'entities' | 'migrations'>;

/** Options of the one data source; entities are for writes, reads go through `Rows`. */
export function dataSourceOptions(
  config: Pick<AppConfig, 'databaseUrl' | 'databasePoolSize'>,
  parts: Parts,
): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.databaseUrl,
    poolSize: config.databasePoolSize - genericPoolSize(config.databasePoolSize),
    migrationsTransactionMode: 'each',
    migrationsTableName: 'schema_migrations',
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    extra: CONNECTION,
    ...parts,
  } as DataSourceOptions;
}

export const createDataSource = (config: AppConfig, parts: Parts): DataSource =>
  new DataSource(dataSourceOptions(config, parts));
