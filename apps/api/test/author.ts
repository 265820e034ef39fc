import pg from 'pg';
import type { TestApp } from './app.js';

const AUTHOR = JSON.stringify({
  actorId: '00000000-0000-0000-0000-000000000000',
  actorName: 'test',
  action: 'test',
});

/** Writes past the application, with an author as the audit log asks for: what no route would let happen. */
export async function setAsAuthor(app: TestApp, text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: app.database.ownerUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('juke.context', $1, true)`, [AUTHOR]);
    await client.query(text, values);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
