import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  /** As the application connects: with a user that owns nothing. */
  readonly url: string;
  /** As the owner of the schema, who may everything. */
  readonly ownerUrl: string;
  /** Runs SQL past the application, to look at what it stored. */
  query<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]>;
  drop(): Promise<void>;
}

async function asAdmin(text: string): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  await client.query(text);
  await client.end();
}

/** A migrated database of its own for one spec file, cloned from the template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name} template juke_template`);
  const address = new URL(process.env.TEST_DATABASE_URL!);
  address.pathname = `/${name}`;
  const application = new URL(address);
  Object.assign(application, { username: 'juke_app', password: 'for-tests-only' });
  const pool = new pg.Pool({ connectionString: address.href, max: 2 });
  pool.on('error', () => undefined);
  return {
    url: application.href,
    ownerUrl: address.href,
    query: async <T extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
      (await pool.query<T>(text, values)).rows,
    drop: async () => {
      await pool.end();
      await asAdmin(`drop database ${name} with (force)`);
    },
  };
}
