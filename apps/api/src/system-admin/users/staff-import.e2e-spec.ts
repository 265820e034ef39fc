import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { importFile, step, upload } from '../../../test/imports.js';
import { toCsv } from '../../../test/northwind.js';

const HEADERS = ['姓名', '工号', '上级部门', '部门', '部门负责人', '岗位', '角色', '手机', '邮箱'];
const DEPARTMENTS = ['华南销售部', '华中销售部', '市场部', '售后服务部'];
const ROLES = ['销售员', '销售员', '价格专员', '客服专员'];

/** Forty people in four departments, the first of each its leader. */
const STAFF = Array.from({ length: 40 }, (_, index) => {
  const at = index % 4;
  const isLeader = index < 4 ? '是' : '否';
  const position = isLeader === '是' ? '部门经理' : '专员';
  const number = `YG${String(index + 1).padStart(3, '0')}`;
  return [
    `员工${index + 1}`,
    number,
    '总部',
    DEPARTMENTS[at]!,
    isLeader,
    position,
    ROLES[at]!,
    `1380000${String(index).padStart(4, '0')}`,
    `${number}@example.com`,
  ];
});

const csv = (rows: readonly (readonly string[])[], headers = HEADERS): Buffer =>
  Buffer.from(`\ufeff${toCsv([headers, ...rows])}`);

describe('A list of staff', () => {
  let app: TestApp;
  let admin: Caller;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.as('admin');
  });
  afterAll(() => app.close());

  const one = async <T>(text: string, values: unknown[] = []) =>
    (await app.database.query<Record<string, T>>(text, values))[0]!;

  it('becomes people with department, leader, position and role, all guessed from the headers; and is undone whole', async () => {
    const begun = await upload(admin, '花名册.csv', csv(STAFF));
    expect(begun.missing).toEqual([]);
    expect(begun.mapping.map(({ field }) => field).sort()).toEqual([
      'department.name',
      'parent-department.name',
      'position.name',
      'role.name',
      'user.displayName',
      'user.email',
      'user.isLeader',
      'user.phone',
      'user.username',
    ]);
    const run = await step(admin, begun.id, 'run');
    expect(run).toMatchObject({ state: 'succeeded', result: { rows: 40, withProblems: 0 } });
    expect(
      await app.database.query(
        `select d.name, p.name as parent, l.display_name as leader, (select count(*)::int from users u where u.department_id = d.id) as people
           from departments d join departments p on p.id = d.parent_id left join users l on l.id = d.leader_id
          where p.name = '总部' order by d.code`,
      ),
    ).toEqual(
      expect.arrayContaining(
        DEPARTMENTS.map((name, index) => ({ name, parent: '总部', leader: `员工${index + 1}`, people: 10 })),
      ),
    );
    expect(
      await one(
        `select u.state, u.initials, p.name as position, string_agg(r.code, ',') as roles from users u join positions p on p.id = u.position_id
           join user_roles ur on ur.user_id = u.id join roles r on r.id = ur.role_id where u.username = 'yg005' group by 1, 2, 3`,
      ),
    ).toEqual({ state: 'invited', initials: 'yg', position: '专员', roles: 'salesperson' });

    const undone = await step(admin, begun.id, 'undo');
    expect(undone.state).toBe('succeeded');
    expect(await one(`select count(*)::int as people from users where username like 'yg%'`)).toEqual({
      people: 0,
    });
    expect(
      await one(`select count(*)::int as left from departments where name = any($1)`, [
        [...DEPARTMENTS, '总部'],
      ]),
    ).toEqual({ left: 0 });
  });

  it('says what is wrong row by row: user names, mail addresses, roles that are not there', async () => {
    const rows = [
      ['甲', '有空格 的', '', '财务部', '', '', '财务', '', ''],
      ['乙', 'staff.b', '', '财务部', '', '', '皇帝', '', ''],
      ['丙', 'staff.c', '', '财务部', '', '', '财务', '', 'not-an-address'],
      ['', 'staff.d', '', '财务部', '', '', '财务', '', ''],
      ['戊', 'Staff.E', '', '财务部', '', '', '财务', '', 'e@example.com'],
    ];
    const { result } = await importFile(admin, '有误.csv', csv(rows));
    expect(result.withProblems).toBe(4);
    expect((result.problems as { code: string }[]).map(({ code }) => code).sort()).toEqual([
      'import.not-found',
      'import.required',
      'import.wrong-form',
      'import.wrong-form',
    ]);
    expect(await app.database.query(`select username from users where username like 'staff.%'`)).toEqual([
      { username: 'staff.e' },
    ]);
  });

  it('tells two departments of one name apart by their path', async () => {
    for (const parent of ['财务部', '运输部'])
      await admin
        .post('/departments')
        .send({
          name: '综合组',
          parentId: (await one<string>(`select id from departments where name = $1`, [parent])).id,
        })
        .expect(201);
    const byName = await importFile(
      admin,
      '同名.csv',
      csv([['己', 'staff.f', '综合组', '财务']], ['姓名', '用户名', '部门', '角色']),
      {},
      'check',
    );
    expect(byName.result.problems).toMatchObject([{ code: 'import.ambiguous', field: 'department.name' }]);
    const path = '聚源商贸有限公司/运输部/综合组';
    const byPath = await importFile(
      admin,
      '路径.csv',
      csv([['己', 'staff.f', path, '财务']], ['姓名', '用户名', '部门路径', '角色']),
    );
    expect(byPath.result.withProblems).toBe(0);
    expect(
      await one(
        `select d.path from users u join departments d on d.id = u.department_id where username = 'staff.f'`,
      ),
    ).toEqual({ path });
  });

  it('leaves the columns of a customer list to the customers', async () => {
    const file = Buffer.from('客户编号,客户名称,电话,部门,职务,联系人\nC-1,甲公司,0571-88,采购,经理,王\n');
    const begun = await upload(admin, '客户.csv', file);
    const fields = begun.mapping.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['customer.phone', 'contact.title', 'contact.name']));
    expect(fields.filter((field) => /^(user|department|position|role)\./.test(field))).toEqual([]);
  });

  describe('in the hands of somebody who may less', () => {
    const keeper = async (): Promise<Caller> => {
      await app.database
        .query(`begin; select set_config('juke.context', '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "t", "action": "t"}', true);
        insert into role_permissions (role_id, permission, scope) select id, p, 'all' from roles, unnest(array['user:manage', 'department:manage', 'import:run', 'role:read']) p
          where code = 'legal' on conflict do nothing; commit`);
      return app.as('legal');
    };

    it('gives no role, and changes nobody, that reaches further than she', async () => {
      const legal = await keeper();
      const rows = [
        ['木马', 'trojan', '系统管理员', 'x@example.com'],
        ['周明', 'admin', '法务', 'attacker@example.com'],
        ['好人', 'good.one', '法务', 'good@example.com'],
      ];
      const { result } = await importFile(legal, '越权.csv', csv(rows, ['姓名', '用户名', '角色', '邮箱']));
      expect(result.problems).toMatchObject([
        { code: 'import.beyond-own', count: 1 },
        { code: 'import.beyond-own', count: 1 },
      ]);
      expect(
        await app.database.query(
          `select username, email from users where username in ('trojan', 'good.one') or username = 'admin' order by 1`,
        ),
      ).toEqual([
        { username: 'admin', email: null },
        { username: 'good.one', email: 'good@example.com' },
      ]);
    });

    it('is no list of staff for a salesperson', async () => {
      const salesperson = await app.as('sales.li');
      const begun = await upload(salesperson, '花名册.csv', csv(STAFF));
      expect(
        begun.mapping.filter(({ field }) => /^(user|user-role|position|department)\./.test(field)),
      ).toEqual([]);
    });
  });
});
