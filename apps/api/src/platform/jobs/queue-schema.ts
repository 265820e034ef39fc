import { PgBoss } from 'pg-boss';

export const QUEUE_SCHEMA = 'job_queue';

/** Makes or upgrades the tables of the queue; for the owner of the schema, which the application need not be. */
export async function migrateQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    application_name: 'juke-migrate',
    max: 1,
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
  });
  const failed = new Promise<never>((_, reject) => boss.on('error', reject));
  await Promise.race([boss.start(), failed]);
  await boss.stop({ graceful: false });
}
