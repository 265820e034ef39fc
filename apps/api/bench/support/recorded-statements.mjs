import 'reflect-metadata';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { customerList } from '../../dist/customer/customers/customer.list.js';
import { Rows } from '../../dist/platform/database/rows.js';
import { ListExtensions } from '../../dist/platform/lists/list-extensions.js';
import { Lists } from '../../dist/platform/lists/lists.js';
import { LiveHub } from '../../dist/platform/events/live-hub.js';
import { Actors } from '../../dist/system-admin/auth/actors.js';
import '../../dist/platform/database/type-parsers.js';

/** `Rows` that remembers the last statement: the benchmark gives the reference exactly the SQL that the API runs. */
class RecordingRows extends Rows {
  run(query, pool) {
    const { text, values } = query;
    this.last = { text, values, name: `b${createHash('sha1').update(text).digest('hex').slice(0, 16)}` };
    return super.run(query, pool);
  }
}

/**
 * Asks our own list mechanism, in this process, which statements it runs for an actor.
 * @param {string} databaseUrl
 * @param {string} username
 */
export async function openRecorder(databaseUrl, username) {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 2,
    options: '-c timezone=UTC -c datestyle=ISO',
  });
  const rows = new RecordingRows({ driver: { master: pool } }, { pool });
  const lists = new Lists(rows, new ListExtensions());
  const { rows: users } = await pool.query('select id from users where username = $1', [username]);
  const actor = await new Actors(rows, new LiveHub()).byUser(users[0].id);
  return {
    actor,
    pool,
    /** @param {Record<string, string>} query @returns statement of a page, with what the reference needs to answer it */
    async page(query) {
      await lists.page(customerList, query, actor);
      const { sort = customerList.defaultSort, limit = '50', cursor } = query;
      return { ...rows.last, sort, limit: Number(limit), hasCursor: cursor !== undefined };
    },
    /** @param {string} id @returns statement of one record */
    async one(id) {
      await lists.one(customerList, id, actor);
      return rows.last;
    },
    close: () => pool.end(),
  };
}
