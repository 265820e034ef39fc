import { startTestApp, type TestApp } from '../../../test/app.js';
import { setAsAuthor } from '../../../test/author.js';
import { FirstRun } from './first-run.js';

/** What a version before daily reports, promotions and this list of approvals would have left in the database. */
const NEW = ['daily-report:write', 'daily-report:read', 'promotion:read', 'promotion:manage'];

describe('A new version on an old database', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const forget = (where: string, ...values: unknown[]) =>
    setAsAuthor(
      app,
      `delete from role_permissions p using roles r where r.id = p.role_id and ${where}`,
      values,
    );
  const start = () => app.nest.get(FirstRun).prepare(true);
  const grantsOf = async (code: string): Promise<Record<string, string>> => {
    const rows = await app.database.query<{ permission: string; scope: string }>(
      `select p.permission, p.scope from role_permissions p join roles r on r.id = p.role_id where r.code = $1`,
      [code],
    );
    return Object.fromEntries(rows.map(({ permission, scope }) => [permission, scope]));
  };
  const notices = async () =>
    (
      await app.database.query<{ username: string; params: { roles: string } }>(
        `select u.username, n.params from notifications n join users u on u.id = n.user_id where n.kind = 'role.given-new'`,
      )
    ).map(({ username, params }) => ({ username, roles: params.roles.split('、').toSorted() }));

  it('gives the built-in roles what is new, leaves what the company took away, and tells who keeps the roles', async () => {
    await forget(`p.permission = any($1)`, NEW);
    // Before the new version came, the company had decided:
    await forget(`r.code = 'legal' and p.permission = 'customer:read'`);
    await start();

    expect(await grantsOf('sales-manager')).toMatchObject({
      'daily-report:read': 'department_and_below',
      'daily-report:write': 'own',
      'promotion:manage': 'all',
    });
    expect(await grantsOf('administrator')).toMatchObject({ 'promotion:manage': 'all' });
    expect(await grantsOf('legal')).not.toHaveProperty('customer:read');
    const [told] = await notices();
    expect(told).toMatchObject({ username: 'admin' });
    expect(told!.roles).toEqual(expect.arrayContaining(['总经理', '销售员', '销售经理']));
    expect(told!.roles).not.toContain('系统管理员');
  });

  it('does it once: what is taken away afterwards stays away', async () => {
    await forget(`r.code <> 'administrator' and p.permission = any($1)`, NEW);
    await start();
    expect(await grantsOf('sales-manager')).not.toHaveProperty('promotion:manage');
    expect(await notices()).toHaveLength(1);
  });

  it('leaves out what is of no use to a role as the company has it', async () => {
    await forget(`p.permission = any($1)`, ['activity:write']);
    await forget(`r.code = 'salesperson' and p.permission = 'customer:read'`);
    await start();
    expect(await grantsOf('salesperson')).not.toHaveProperty('activity:write');
    expect(await grantsOf('contract-clerk')).toHaveProperty('activity:write');
  });
});
