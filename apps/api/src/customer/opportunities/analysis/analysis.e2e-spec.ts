import { startTestApp, type Caller, type TestApp } from '../../../../test/app.js';

type Row = Record<string, unknown> & { keys: Record<string, { id: string | null; name: string | null }> };

describe('Analysis of opportunities', () => {
  let app: TestApp;
  let li: Caller;
  let stage: Record<string, string>;

  beforeAll(async () => {
    app = await startTestApp();
    li = await app.as('sales.li');
    const { body } = await li.get('/pipelines').expect(200);
    stage = Object.fromEntries(
      body[0].stages.map((each: { nameEn: string; id: string }) => [each.nameEn, each.id]),
    );
    const { body: customer } = await li.post('/customers').send({ name: '融氏食品' }).expect(201);
    const common = { customerId: customer.id, engagedOn: '2026-03-02', expectedCloseOn: '2099-01-15' };
    const deals = [
      { name: 'a', amount: '100', stageId: stage.Engaging },
      { name: 'b', amount: '200', stageId: stage.Proposal },
      { name: 'c', amount: '400', stageId: stage.Proposal },
      { name: 'd', amount: '800', expectedCloseOn: null },
      { name: 'e', amount: '50', expectedCloseOn: '2026-03-03' },
    ];
    const made: string[] = [];
    for (const deal of deals)
      made.push(
        (
          await li
            .post('/opportunities')
            .send({ ...common, ...deal })
            .expect(201)
        ).body.id,
      );
    await li
      .post(`/opportunities/${made[1]}/win`)
      .send({ closeValue: '150', closedOn: '2026-05-04' })
      .expect(200);
    await li
      .post(`/opportunities/${made[2]}/lose`)
      .send({ lossReason: 'price', closedOn: '2026-05-06' })
      .expect(200);
  });
  afterAll(() => app.close());

  const get = async (path: string, who = li) =>
    (await who.get(`/opportunities/${path}`).expect(200)).body as Row[];

  it('shows the funnel with conversion, and the rows behind each stage', async () => {
    const [funnel] = (await get('funnel')) as unknown as {
      count: number;
      stages: Record<string, unknown>[];
    }[];
    expect(funnel!.count).toBe(5);
    expect(
      funnel!.stages.map(({ nameEn, reached, value, conversion }) => [nameEn, reached, value, conversion]),
    ).toEqual([
      ['Prospecting', 5, '1500.00', null],
      ['Engaging', 3, '650.00', '0.6000'],
      ['Proposal', 2, '550.00', '0.6667'],
      ['Negotiation', 1, '150.00', '0.5000'],
      ['Won', 1, '150.00', '1.0000'],
      ['Lost', 1, '400.00', null],
    ]);
    const { body } = await li.get(`/opportunities?reachedStageId=${stage.Proposal}`).expect(200);
    expect(body.items.map(({ name }: { name: string }) => name).sort()).toEqual(['b', 'c']);
    const months = (await get('funnel?groupBy=engagedMonth')) as unknown as Row[];
    expect(months.map(({ keys, count }) => [keys.engagedMonth!.id, count])).toEqual([['2026-03', 5]]);
  });

  it('shows how many were won, month by month', async () => {
    expect(await get('success-rate?groupBy=closedMonth')).toMatchObject([
      {
        keys: { closedMonth: { id: '2026-05' } },
        won: 1,
        lost: 1,
        rate: '0.5000',
        wonValue: '150.00',
        averageDays: '63.0',
      },
    ]);
    expect(await get('success-rate')).toMatchObject([{ keys: {}, won: 1, lost: 1 }]);
  });

  it('shows why deals were lost, by reason and stage', async () => {
    expect(await get('losses?groupBy=reason&groupBy=stage&groupBy=competitor')).toMatchObject([
      {
        keys: {
          reason: { id: 'price' },
          stage: { id: stage.Proposal, name: '方案报价|Proposal' },
          competitor: { id: null, name: null },
        },
        count: 1,
        value: '400.00',
      },
    ]);
    const { body } = await li
      .get(`/opportunities?lossReason=price&lastStageId=${stage.Proposal}`)
      .expect(200);
    expect(body.items).toMatchObject([{ name: 'c' }]);
  });

  it('shows what open deals may bring, weighted, late ones and undated ones apart', async () => {
    const forecast = await get('forecast');
    expect(
      forecast.map(({ period, count, value, weightedValue }) => [period, count, value, weightedValue]),
    ).toEqual([
      ['2099-01', 1, '100.00', '30.00'],
      ['none', 1, '800.00', '80.00'],
      ['overdue', 1, '50.00', '5.00'],
    ]);
  });

  it('is kept within the data scope', async () => {
    const zhao = await app.as('sales.zhao');
    for (const path of ['funnel', 'losses?groupBy=reason', 'forecast', 'stage-totals'])
      expect({ path, rows: await get(path, zhao) }).toEqual({ path, rows: [] });
    expect(await get('success-rate', zhao)).toMatchObject([{ won: 0, lost: 0, rate: null }]);
    for (const path of ['funnel', 'success-rate', 'losses', 'forecast', 'stage-totals'])
      await (await app.as('transport')).get(`/opportunities/${path}`).expect(403);
  });

  it.each([
    'funnel?groupBy=shoe',
    'losses?groupBy=reason&groupBy=reason',
    'forecast?groupBy=owner&groupBy=territory',
    'funnel?colour=red',
  ])('refuses %s', async (path) => {
    await li.get(`/opportunities/${path}`).expect(422);
  });
});
