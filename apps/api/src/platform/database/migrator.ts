import type { DataSource } from 'typeorm';

/** Any number that no other use of advisory locks takes; replicas that start side by side queue on it. */
const MIGRATION_LOCK = 7_130_001;

/** Runs what is pending; safe when several processes start at once. Returns the names of what ran. */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const holder = dataSource.createQueryRunner();
  await holder.connect();
  try {
    await holder.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const ran = await dataSource.runMigrations();
    return ran.map((migration) => migration.name);
  } finally {
    await holder.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await holder.release();
  }
}
