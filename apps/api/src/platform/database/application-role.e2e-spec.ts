import pg from 'pg';
import { startTestApp, type TestApp } from '../../../test/app.js';

/** What somebody could do who got hold of the application's own connection. */
const ATTEMPTS = [
  `update audit_entries set actor_name = 'x'`,
  `delete from audit_entries`,
  `truncate audit_entries`,
  `insert into audit_entries (actor_id, actor_name, action, resource, operation) values (uuidv7(), 'x', 'x', 'x', 'insert')`,
  `alter table audit_entries disable trigger all`,
  `drop table audit_entries`,
  `update audit_seals set hash = ''`,
  `delete from audit_seals`,
  `insert into audit_seals (position, last_id, entry_ids, digests, hash) values (99, 99, '{99}', sha256(''), '')`,
  `update audit_redactions set was = became`,
  `insert into audit_redactions (redaction_id, entry_id, person_id, was, became) values (uuidv7(), 1, uuidv7(), sha256(''), sha256(''))`,
  `alter table customers disable trigger audit_update`,
  `drop trigger audit_update on customers`,
  `alter table customers add column x int`,
  `create table x (y int)`,
  `create function x() returns int language sql return 1`,
  `create or replace function audit_digest(entry audit_entries) returns bytea language sql immutable return sha256('')`,
  `set session_replication_role = replica`,
  `set role postgres`,
  `alter role juke_app superuser`,
  `delete from schema_migrations`,
  `copy audit_entries to program 'true'`,
];

describe('The application’s database user', () => {
  let app: TestApp;
  let client: pg.Client;
  beforeAll(async () => {
    app = await startTestApp({ RUN_JOBS: 'off' });
    client = new pg.Client({ connectionString: app.database.url });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await app.close();
  });

  it('is the one the application works with, and no superuser', async () => {
    const { rows } = await client.query(
      `select current_user as name, rolsuper, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user`,
    );
    expect(rows).toEqual([{ name: 'juke_app', rolsuper: false, rolcreaterole: false, rolcreatedb: false }]);
    const { rows: owned } = await client.query(
      `select relname from pg_class where pg_get_userbyid(relowner) = current_user`,
    );
    expect(owned).toEqual([]);
  });

  it.each(ATTEMPTS)('may not: %s', async (text) => {
    await expect(client.query(text)).rejects.toMatchObject({ code: '42501' });
  });

  it('writes records all the same, and each is in the log', async () => {
    const before = await app.database.query(`select 1 from audit_entries`);
    await (await app.as('sales.li')).post('/customers').send({ name: '照常' }).expect(201);
    expect((await app.database.query(`select 1 from audit_entries`)).length).toBeGreaterThan(before.length);
  });
});
