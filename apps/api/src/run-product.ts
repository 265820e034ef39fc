import { DataSource } from 'typeorm';
import { setupApp } from './app.setup.js';
import { openApiPages } from './platform/openapi/openapi-pages.js';
import { InvalidConfigError, loadConfig, type AppConfig } from './platform/config/app-config.js';
import { dataSourceOptions } from './platform/database/data-source.js';
import { ApplicationRoleError, grantToApplication } from './platform/database/application-role.js';
import { migrateQueue } from './platform/jobs/queue-schema.js';
import { migrate } from './platform/database/migrator.js';
import { ENTITIES, MIGRATIONS } from './schema.js';
import { DemoCompany } from './demo/index.js';
import { welcome } from './welcome.js';
import { DEMO_PASSWORD, DEMO_USERS, FirstRun } from './system-admin/index.js';

/** Brings the schema up, on a data source of its own: the application starts on a schema that is already right. */
export async function migrateDatabase(config: AppConfig): Promise<string[]> {
  const dataSource = new DataSource(
    dataSourceOptions(
      { databaseUrl: config.migrationDatabaseUrl, databasePoolSize: 3 },
      { entities: ENTITIES, migrations: MIGRATIONS },
    ),
  );
  await dataSource.initialize();
  try {
    const ran = await migrate(dataSource);
    if (config.migrationDatabaseUrl !== config.databaseUrl) {
      await migrateQueue(config.migrationDatabaseUrl);
      await grantToApplication(dataSource, config.databaseUrl);
    }
    return ran;
  } finally {
    await dataSource.destroy();
  }
}

/** The whole start of one API process; a start that cannot work ends with a sentence, not a stack. */
export async function runProduct(env: NodeJS.ProcessEnv): Promise<void> {
  try {
    const config = loadConfig(env);
    if (config.migrateOnStart) await migrateDatabase(config);
    await serve(config);
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exit(1);
  }
}

async function serve(config: AppConfig): Promise<void> {
  const app = await setupApp(config);
  openApiPages(app);
  await app.init();
  const first = await app.get(FirstRun).prepare(config.demo);
  if (first.isFirst && config.demo) await app.get(DemoCompany).fill();
  await app.listen(config.port, config.host);
  stopCleanly(() => app.close());
  const url = (await app.getUrl()).replace('127.0.0.1', 'localhost').replace('[::1]', 'localhost');
  process.stdout.write(
    welcome({ url, demo: config.demo, users: DEMO_USERS, password: DEMO_PASSWORD, ...first }),
  );
  process.send?.({ type: 'ready', url });
}

/** Signals and a parent that went away end the process the same way: finish what runs, then go. */
function stopCleanly(close: () => Promise<void>): void {
  let stopping: Promise<void> | undefined;
  const stop = (): void => {
    stopping ??= close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Stopping: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);
}

function explain(error: unknown): string {
  if (error instanceof InvalidConfigError || error instanceof ApplicationRoleError) return error.message;
  const { code, message, stack } = error as { code?: string; message?: string; stack?: string };
  if (code === 'EADDRINUSE')
    return 'The port is already taken. Set PORT to a free one, or stop the program that holds it.';
  if (code === 'ECONNREFUSED')
    return 'PostgreSQL does not answer at DATABASE_URL. Is it running, and is the address right?';
  if (code === '28P01' || code === '28000') return 'PostgreSQL refuses the user or password in DATABASE_URL.';
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist.';
  return `The start failed: ${stack ?? message ?? String(error)}`;
}
