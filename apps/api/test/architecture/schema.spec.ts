import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { startTestApp, type TestApp } from '../app.js';

/** Tables whose rows are no business facts, or are the log itself. */
const NOT_AUDITED = [
  'audit_entries',
  'audit_redactions',
  'audit_seals',
  'bulk_rows',
  'domain_events',
  'idempotency_keys',
  'import_rows',
  'jobs',
  'mails',
  'notifications',
  'numbering_counters',
  'password_history',
  'refresh_tokens',
  'schema_migrations',
  'sign_in_attempts',
  'uploads',
  'webhook_deliveries',
];

describe('The migrated schema', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('has every column of every entity, with the same type and nullability', async () => {
    const columns = await app.database.query<{
      table: string;
      column: string;
      type: string;
      nullable: boolean;
    }>(
      `select table_name as table, column_name as column, udt_name as type, is_nullable = 'YES' as nullable
         from information_schema.columns where table_schema = 'public'`,
    );
    const actual = new Map(columns.map((column) => [`${column.table}.${column.column}`, column]));
    const { entityMetadatas } = app.nest.get<DataSource>(getDataSourceToken());
    const wrong = entityMetadatas.flatMap(({ tableName, columns: declared }) =>
      declared.flatMap(({ databaseName, type, isNullable, isArray }) => {
        const found = actual.get(`${tableName}.${databaseName}`);
        const expected =
          { int: 'int4', boolean: 'bool' }[String(type)] ?? (type === Number ? 'int4' : String(type));
        return found?.type === (isArray ? `_${expected}` : expected) && found.nullable === isNullable
          ? []
          : [`${tableName}.${databaseName}: ${expected}, ${JSON.stringify(found)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('audits every table that holds business facts', async () => {
    const silent = await app.database.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
          and (select count(*) from pg_trigger t where t.tgrelid = c.oid and t.tgname like 'audit\\_%' and not t.tgisinternal) < 3`,
    );
    expect(silent.map(({ name }) => name).sort()).toEqual(NOT_AUDITED);
  });

  it('refuses an audited write without an author, and any change of the log', async () => {
    await expect(app.database.query(`insert into brands (name) values ('x')`)).rejects.toThrow(
      'set the author first',
    );
    await expect(app.database.query(`delete from audit_entries`)).rejects.toThrow('append-only');
    await expect(app.database.query(`update audit_entries set action = 'x'`)).rejects.toThrow('append-only');
    await expect(app.database.query(`truncate audit_entries cascade`)).rejects.toThrow('append-only');
  });

  it('names every constraint itself', async () => {
    const unnamed = await app.database.query(
      `select conname from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c')
          and conrelid <> 'schema_migrations'::regclass and conname !~ '^(pk|uq|fk|ck)_'`,
    );
    expect(unnamed).toEqual([]);
  });

  it('has an index under every foreign key that points at a growing table', async () => {
    const bare = await app.database.query<{ name: string }>(
      `select c.conname as name from pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace
          and c.confrelid in ('customers'::regclass, 'orders'::regclass, 'products'::regclass, 'sessions'::regclass)
          and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`,
    );
    expect(bare).toEqual([]);
  });
});
