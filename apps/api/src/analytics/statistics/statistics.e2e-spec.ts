import { startTestApp, type TestApp } from '../../../test/app.js';

const BOOKS = `行 ID,订单 ID,订单日期,客户 ID,客户名称,细分,城市,省/自治区,地区,产品 ID,类别,子类别,产品名称,销售额,数量,折扣,利润
1,A-1,2016/3/1,K1,甲公司,公司,上海,上海,华东,P1,家具,椅子,SAFCO 扶手椅,100.005,1,0,10.005
2,A-1,2016/3/1,K1,甲公司,公司,上海,上海,华东,P2,技术,电话,诺基亚 手机,200.005,2,0,20
3,B-1,2017/4/2,K2,乙先生,消费者,西安,陕西,西北,P1,家具,椅子,SAFCO 扶手椅,300,3,0.4,-60.5
`;

describe('Sales statistics', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
    const clerk = await app.as('contract');
    const { body: file } = await clerk
      .post('/files')
      .attach('file', Buffer.from(BOOKS), 'books.csv')
      .expect(201);
    const { body: begun } = await clerk.post('/imports').send({ fileId: file.id }).expect(201);
    const { body: job } = await clerk.post(`/imports/${begun.id}/run`).expect(202);
    for (let state = 'queued'; state !== 'succeeded';)
      state = (await clerk.get(`/jobs/${job.id}`).expect(200)).body.state;
  });
  afterAll(() => app.close());

  const read = async (who: string, query: string) =>
    (await (await app.as(who)).get(`/statistics/sales?${query}`).expect(200)).body;

  it('round a sum once, at its end', async () => {
    const { totals, rows } = await read('executive', '');
    expect(totals).toEqual({
      salesAmount: '600.01',
      profit: '-30.50',
      margin: '-0.0508',
      quantity: '6.000',
      lineCount: 3,
      orderCount: 2,
      customerCount: 2,
    });
    expect(rows).toEqual([]);
  });

  it.each([
    [
      'year',
      [
        ['2016', '300.01'],
        ['2017', '300.00'],
      ],
    ],
    [
      'month',
      [
        ['2016-03', '300.01'],
        ['2017-04', '300.00'],
      ],
    ],
    [
      'category',
      [
        ['家具', '400.01'],
        ['技术', '200.01'],
      ],
    ],
    [
      'subCategory',
      [
        ['椅子', '400.01'],
        ['电话', '200.01'],
      ],
    ],
    [
      'brand',
      [
        ['SAFCO', '400.01'],
        ['诺基亚', '200.01'],
      ],
    ],
    [
      'customerClass',
      [
        ['公司', '300.01'],
        ['消费者', '300.00'],
      ],
    ],
    [
      'territory',
      [
        ['华东', '300.01'],
        ['西北', '300.00'],
      ],
    ],
  ])('by %s', async (dimension, expected) => {
    const { rows } = await read('executive', `groupBy=${dimension}`);
    expect(
      rows.map((row: { keys: Record<string, string>; salesAmount: string }) => [
        row.keys[dimension],
        row.salesAmount,
      ]),
    ).toEqual(expected);
  });

  it('drill down to the lines of a figure', async () => {
    const executive = await app.as('executive');
    const filter = `category=${encodeURIComponent('家具')}&year=2017`;
    const { body } = await executive.get(`/statistics/sales/lines?${filter}`).expect(200);
    expect(body.items).toMatchObject([
      { orderNumber: 'B-1', customerName: '乙先生', salesAmount: '300.0000', profit: '-60.5000' },
    ]);
    expect((await executive.get(`/statistics/sales/lines/sums?${filter}`).expect(200)).body).toEqual({
      salesAmount: '300.00',
      profit: '-60.50',
      quantity: '3.000',
    });
    const unknown = await read('executive', 'manager=(none)');
    expect(unknown.totals.lineCount).toBe(3);
  });

  it('hide cost from who may not see it, and lines beyond the scope', async () => {
    const planner = await read('planner', 'groupBy=year');
    expect(planner.totals).not.toHaveProperty('profit');
    expect(planner.rows[0]).not.toHaveProperty('margin');
    expect((await read('sales.li', 'groupBy=year')).totals).toMatchObject({
      salesAmount: '0.00',
      lineCount: 0,
    });
    await (await app.as('pricing')).get('/statistics/sales').expect(403);
  });

  it('refuse angles and filters that do not exist', async () => {
    const executive = await app.as('executive');
    for (const query of [
      'groupBy=colour',
      'groupBy=year&groupBy=year',
      'colour=red',
      'groupBy=year&groupBy=month&groupBy=brand&groupBy=owner',
    ]) {
      await executive.get(`/statistics/sales?${query}`).expect(422);
    }
  });
});
