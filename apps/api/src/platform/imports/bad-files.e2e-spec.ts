import { zipSync, strToU8 } from 'fflate';
import * as xlsx from 'xlsx';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';

describe('A file that cannot be read', () => {
  let app: TestApp;
  let clerk: Caller;
  beforeAll(async () => {
    app = await startTestApp({ MAX_UPLOAD_MB: '2' });
    clerk = await app.as('contract');
  });
  afterAll(() => app.close());

  const workbook = (rows: unknown[][]) => {
    const book = xlsx.utils.book_new();
    xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet(rows), '客户');
    return xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  };
  const whole = workbook(Array.from({ length: 500 }, (_, index) => [`C${index}`, `客户${index}`, index]));
  const BAD: [name: string, content: Buffer, code: RegExp][] = [
    ['empty.csv', Buffer.alloc(0), /empty/],
    ['blank.csv', Buffer.from('\n\n  \n'), /empty|no-table/],
    ['one-byte.csv', Buffer.from('x'), /no-table/],
    ['truncated.xlsx', whole.subarray(0, Math.floor(whole.length / 2)), /damaged/],
    ['page.xls', Buffer.from('<html><body><table><tr><td>客户</td></tr></table></body></html>'), /html/],
    ['photo.xlsx', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /not-a-table/],
    [
      '5000-columns.csv',
      Buffer.from(`${Array.from({ length: 5000 }, (_, i) => `c${i}`).join(',')}\n`),
      /too-many-columns/,
    ],
    [
      'bomb.xlsx',
      Buffer.from(
        zipSync({
          '[Content_Types].xml': strToU8('<Types/>'),
          'xl/workbook.xml': strToU8('<workbook/>'),
          'xl/worksheets/sheet1.xml': new Uint8Array(300 * 1024 * 1024),
        }),
      ),
      /spreadsheet/,
    ],
  ];

  it.each(BAD)('%s gets a clear message, and the server keeps serving', async (name, content, code) => {
    const { body: file } = await clerk.post('/files').attach('file', content, name).expect(201);
    const { body } = await clerk.post('/imports').send({ fileId: file.id }).expect(422);
    expect(body.code).toMatch(code);
    expect(body.detail.length).toBeGreaterThan(20);
    await clerk.get('/customers').expect(200);
    expect((await clerk.get('/imports').expect(200)).body.items).toEqual([]);
  });

  it('that is too large is refused while it comes', async () => {
    const { body } = await clerk
      .post('/files')
      .attach('file', Buffer.alloc(3 * 1024 * 1024, 'a'), 'large.csv')
      .expect(413);
    expect(body).toMatchObject({ code: 'file.too-large', params: { megabytes: 2 } });
    expect(await app.database.query(`select 1 from files where name = 'large.csv'`)).toEqual([]);
  });

  it('is refused when there is none, or it is nobody’s', async () => {
    await clerk.post('/files').send({}).expect(422);
    await clerk.post('/imports').send({ fileId: '01990000-0000-7000-8000-000000000000' }).expect(404);
  });

  it.each([
    ['ragged rows', '客户编号,客户名称\nR1,甲\nR2\nR3,丙,多余的\n', 2],
    [
      'impossible dates',
      '订单编号,订单日期,客户编号,客户名称\nO1,2026-02-30,C1,甲\nO2,2026-02-28,C1,甲\n',
      1,
    ],
    [
      'numbers with separators and full-width digits',
      '订单编号,订单日期,客户编号,客户名称,产品编号,产品名称,数量,销售额\nO1,2026-02-01,C1,甲,P1,货,１２,"￥1,234.50"\nO1,2026-02-01,C1,甲,P1,货,x,1万\n',
      1,
    ],
    ['empty trailing columns and repeated headers', '客户编号,客户名称,城市,城市,,\nR1,甲,上海,北京,,\n', 0],
  ])('%s become row errors or values', async (_, text, withProblems) => {
    const { body: file } = await clerk
      .post('/files')
      .attach('file', Buffer.from(text), 'rows.csv')
      .expect(201);
    const { body: begun } = await clerk.post('/imports').send({ fileId: file.id }).expect(201);
    const { body: job } = await clerk.post(`/imports/${begun.id}/check`).expect(202);
    let state = job;
    while (['queued', 'running'].includes(state.state))
      state = (await clerk.get(`/jobs/${job.id}`).expect(200)).body;
    expect(state).toMatchObject({ state: 'succeeded', result: { withProblems } });
  });
});
