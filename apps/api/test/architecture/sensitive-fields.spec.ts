import { isDeclaredPermission } from '../../src/platform/auth/permission-catalogue.js';
import { sensitiveFields } from '../../src/platform/auth/sensitive-fields.js';
import { allLists } from '../../src/platform/lists/list-definition.js';
import { startTestApp, type TestApp } from '../app.js';

/** Names of columns that give away what a company earns, or how to reach and pay somebody. */
const SENSITIVE_NAME =
  /(cost|profit|margin|bank|iban|tax_number|identity_number|^phone$|mobile|wechat_id|credit_limit|payment_terms|^(old|new)_(limit|terms_days)$|^invoice_(title|address|phone)$)/;
/** A colleague's number is for colleagues. */
const OPEN_TO_ALL = ['users.phone'];

describe('What not everybody may see', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('is declared for every column whose name says so, with a permission that exists', async () => {
    const columns = await app.database.query<{ name: string }>(
      `select c.table_name || '.' || c.column_name as name from information_schema.columns c
         join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.column_name ~ $1`,
      [SENSITIVE_NAME.source],
    );
    const declared = sensitiveFields().map(({ table, column }) => `${table}.${column}`);
    expect(columns.map(({ name }) => name).sort()).toEqual([...declared, ...OPEN_TO_ALL].sort());
    expect(sensitiveFields().filter(({ permission }) => !isDeclaredPermission(permission))).toEqual([]);
  });

  it('has its permission in every list: columns, filters, sorts and sums', () => {
    expect(allLists().length).toBeGreaterThan(10);
    const open = allLists().flatMap((list) => {
      const parts = { ...list.columns, ...list.filters, ...list.sorts, ...list.sums };
      return Object.entries(parts).flatMap(([name, part]) => {
        if (typeof part === 'object' && 'sqlFor' in part) return [];
        const sql = typeof part === 'string' ? part : part.sql;
        const permission = typeof part === 'string' ? undefined : part.permission;
        // By the bare name: lists reach a column through views and joins, under many aliases.
        const wrong = sensitiveFields().filter(
          ({ column, table, permission: needed }) =>
            new RegExp(`\\b${column}\\b`).test(sql) &&
            (column !== 'phone' || list.table.startsWith(`${table} `)) &&
            permission !== needed,
        );
        return wrong.map(({ column }) => `${list.resource}.${name}: ${column}`);
      });
    });
    expect(open).toEqual([]);
  });
});
