import { DataSource, type DataSourceOptions } from 'typeorm';
import type { AppConfig } from '../config/app-config.js';
import './type-parsers.js';

type Parts = Pick<DataSourceOptions, 'entities' | 'migrations'>;

/** Options of the one data source; entities are for writes, reads go through `Rows`. */
export function dataSourceOptions(
  config: Pick<AppConfig, 'databaseUrl' | 'databasePoolSize'>,
  parts: Parts,
): DataSourceOptions {
  return {
    type: 'postgres',
    url: config.databaseUrl,
    poolSize: config.databasePoolSize,
    applicationName: 'juke-api',
    connectTimeoutMS: 5_000,
    migrationsTransactionMode: 'each',
    migrationsTableName: 'schema_migrations',
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    // Sorting, comparing and date arithmetic must not depend on the server's settings.
    extra: { options: '-c timezone=UTC -c datestyle=ISO', keepAlive: true },
    ...parts,
  } as DataSourceOptions;
}

export const createDataSource = (config: AppConfig, parts: Parts): DataSource =>
  new DataSource(dataSourceOptions(config, parts));
