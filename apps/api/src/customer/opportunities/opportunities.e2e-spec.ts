import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';

interface Deal {
  id: string;
  version: number;
  [key: string]: unknown;
}
interface Stage {
  id: string;
  nameEn: string;
  kind: string;
  version: number;
}
interface Pipeline {
  id: string;
  version: number;
  stages: Stage[];
}

describe('Sales opportunities', () => {
  let app: TestApp;
  let li: Caller;
  let admin: Caller;
  let manager: Caller;
  let customer: string;
  let contact: string;
  let otherContact: string;
  let product: string;
  let stage: Record<string, string>;
  let pipeline: Pipeline;

  beforeAll(async () => {
    app = await startTestApp();
    [li, admin, manager] = [await app.as('sales.li'), await app.as('admin'), await app.as('manager.east')];
    customer = await make(li, '/customers', { name: '融氏食品' });
    const other = await make(li, '/customers', { name: '别家' });
    contact = await make(li, '/contacts', { customerId: customer, name: '张伟' });
    otherContact = await make(li, '/contacts', { customerId: other, name: '李雷' });
    await app.database.query(
      `select set_config('juke.context', '{"actorId":"00000000-0000-0000-0000-000000000000","actorName":"system","action":"test"}', false)`,
    );
    const [made] = await app.database.query<{ id: string }>(
      `with context as materialized (select set_config('juke.context', '{"actorId":"00000000-0000-0000-0000-000000000000","actorName":"system","action":"test"}', true))
       insert into products (code, name) select 'P1', '木糖醇' from context returning id`,
    );
    product = made!.id;
    const { body } = await li.get('/pipelines').expect(200);
    [pipeline] = body as [Pipeline];
    stage = Object.fromEntries(pipeline.stages.map(({ nameEn, id }) => [nameEn, id]));
  });
  afterAll(() => app.close());

  const make = async (who: Caller, path: string, fields: object): Promise<string> =>
    ((await who.post(path).send(fields).expect(201)).body as { id: string }).id;
  const enter = async (fields: object = {}, who = li): Promise<Deal> =>
    (
      await who
        .post('/opportunities')
        .send({ name: '年度采购', customerId: customer, ...fields })
        .expect(201)
    ).body as Deal;
  const step = (deal: Deal, verb: string, body: object, who = li) =>
    who.post(`/opportunities/${deal.id}/${verb}`).set('if-match', `"${deal.version}"`).send(body);

  it('are entered in a few words: number, owner, first stage and history come by themselves', async () => {
    const deal = await enter();
    expect(deal).toMatchObject({
      number: expect.stringMatching(/^SJ\d{9}$/),
      ownerName: '李娜',
      stageNameEn: 'Prospecting',
      state: 'open',
      probability: '0.1000',
      customerName: '融氏食品',
      daysInStage: 0,
      isStagnant: false,
      allowedActions: ['change', 'move', 'win', 'lose', 'delete'],
    });
    expect(deal.stages).toMatchObject([{ stageNameEn: 'Prospecting', leftAt: null, enteredByName: '李娜' }]);
  });

  it('may begin without a customer, and take products, competitors and an own chance', async () => {
    await make(admin, `/dictionaries/${await dictionary('competitor')}/values`, {
      code: 'kq',
      labelZh: '康泉',
    });
    const deal = await enter({
      customerId: null,
      lines: [{ productId: product, quantity: '12.000', price: '100.5000' }],
      competitors: ['kq'],
      ownProbability: '0.4',
    });
    expect(deal).toMatchObject({
      customerId: null,
      amount: '1206.00',
      value: '1206.00',
      weightedValue: '482.40',
      competitors: ['kq'],
      productNames: ['木糖醇'],
      lines: [{ productName: '木糖醇', quantity: '12.000', amount: '1206.00' }],
    });
    const { body } = await li
      .patch(`/opportunities/${deal.id}`)
      .send({ lines: [{ productId: product, quantity: '2', amount: '300' }], competitors: [] })
      .expect(200);
    expect(body).toMatchObject({ amount: '300.00', competitors: [] });
    await li
      .patch(`/opportunities/${deal.id}`)
      .send({ lines: [{ productId: product }, { productId: product }] })
      .expect(422);
  });
  const dictionary = async (code: string) =>
    ((await admin.get('/dictionaries').expect(200)).body as { id: string; code: string }[]).find(
      (each) => each.code === code,
    )!.id;

  it('count a foreign currency by its rate', async () => {
    const deal = await enter({ amount: '1000', currency: 'USD', exchangeRate: '7.13' });
    expect(deal).toMatchObject({ amount: '1000.00', value: '7130.00', currency: 'USD' });
    const { body } = await li.post('/opportunities').send({ name: 'x', currency: 'USD' }).expect(422);
    expect(body.errors[0]).toMatchObject({ pointer: '/exchangeRate', rule: 'rateNeeded' });
  });

  it.each([
    [{ amount: '-1' }, '/amount'],
    [{ amount: '9999999999999' }, '/amount'],
    [{ ownProbability: '1.5' }, '/ownProbability'],
    [{ engagedOn: '2026-05-02', expectedCloseOn: '2026-05-01' }, '/expectedCloseOn'],
    [{ source: 'nonsense' }, '/source'],
    [{ competitors: ['nobody'] }, '/competitors'],
    [{ customerId: '01990000-0000-7000-8000-000000000000' }, '/customerId'],
    [{ lines: [{ productId: '01990000-0000-7000-8000-000000000000' }] }, '/lines'],
  ])('refuse %j', async (fields, pointer) => {
    const { body } = await li
      .post('/opportunities')
      .send({ name: 'x', customerId: customer, ...fields })
      .expect(422);
    expect(body.errors.map((each: { pointer: string }) => each.pointer)).toContain(pointer);
  });

  it('refuse a contact of another customer, and hold their contact with the customer', async () => {
    const { body } = await li
      .post('/opportunities')
      .send({ name: 'x', customerId: customer, primaryContactId: otherContact })
      .expect(422);
    expect(body.errors[0]).toMatchObject({ pointer: '/primaryContactId', rule: 'contactOfCustomer' });
    const deal = await enter({ primaryContactId: contact });
    await expect(
      app.database.query(
        `with context as materialized (select set_config('juke.context', '{"actorId":"00000000-0000-0000-0000-000000000000","actorName":"x","action":"x"}', true))
         update contacts set customer_id = (select customer_id from contacts where id = '${otherContact}') from context where id = '${contact}'`,
      ),
    ).rejects.toThrow('stands in open deals');
    const other = await make(li, '/customers', { name: '第三家' });
    const moved = await li.patch(`/opportunities/${deal.id}`).send({ customerId: other }).expect(200);
    expect(moved.body).toMatchObject({ customerName: '第三家', primaryContactId: null });
  });

  it('move when the stage has what it asks for; a refusal names everything that is missing', async () => {
    const deal = await enter();
    const refused = await step(deal, 'move', { stageId: stage.Negotiation }).expect(409);
    expect(refused.body).toMatchObject({
      code: 'opportunities.stage-rule',
      params: { stageEn: 'Negotiation' },
    });
    expect(refused.body.errors.map((each: { pointer: string }) => each.pointer)).toEqual([
      '/amount',
      '/expectedCloseOn',
      '/primaryContactId',
    ]);
    const { body: moved } = await step(deal, 'move', {
      stageId: stage.Negotiation,
      changes: { amount: '500', expectedCloseOn: '2027-01-31', primaryContactId: contact },
    }).expect(200);
    expect(moved).toMatchObject({ stageNameEn: 'Negotiation', probability: '0.7500', amount: '500.00' });
    expect(moved.stages).toHaveLength(2);
    expect(moved.stages[0].leftAt).not.toBeNull();
    const { body: back } = await step(moved, 'move', { stageId: stage.Engaging }).expect(200);
    expect(back.stageNameEn).toBe('Engaging');
    await step(back, 'move', { stageId: stage.Won }).expect(422);
  });

  it('are refused a skip that the pipeline forbids, also on the way to winning', async () => {
    const proposal = pipeline.stages.find(({ nameEn }) => nameEn === 'Proposal')!;
    await admin.patch(`/pipeline-stages/${proposal.id}`).send({ maySkip: false }).expect(200);
    const deal = await enter({ amount: '10', expectedCloseOn: '2027-01-31', primaryContactId: contact });
    const skipped = await step(deal, 'move', { stageId: stage.Negotiation }).expect(409);
    expect(skipped.body.errors).toMatchObject([
      { pointer: '/stageId', rule: 'stageSkipped', params: { stageZh: '方案报价' } },
    ]);
    await step(deal, 'win', {}).expect(409);
    await li.post('/opportunities').send({ name: 'x', stageId: stage.Negotiation }).expect(409);
    await admin.patch(`/pipeline-stages/${proposal.id}`).send({ maySkip: true }).expect(200);
  });

  it('are won, with value and day, and opened again only by who may, with a reason', async () => {
    const deal = await enter({ amount: '800' });
    await step(deal, 'win', { closedOn: '2999-01-01' }).expect(422);
    const { body: won } = await step(deal, 'win', { closeValue: '750.50' }).expect(200);
    expect(won).toMatchObject({ state: 'won', closeValue: '750.50', value: '750.50', probability: '1.0000' });
    expect(won.closedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    await step(won, 'move', { stageId: stage.Engaging }).expect(409);
    await step(won, 'win', {}).expect(409);
    await step(won, 'reopen', { reason: '客户毁约' }).expect(403);
    await step(won, 'reopen', {}, manager).expect(422);
    const { body: open } = await step(won, 'reopen', { reason: '客户毁约' }, manager).expect(200);
    expect(open).toMatchObject({
      state: 'open',
      stageNameEn: 'Prospecting',
      closedOn: null,
      closeValue: null,
    });
    expect(open.stages.at(-1)).toMatchObject({ note: '客户毁约' });
    const entries = await app.database.query(
      `select action from audit_entries where record_id = $1 and resource = 'opportunity' order by id`,
      [deal.id],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'opportunity.create',
      'opportunity.win',
      'opportunity.reopen',
    ]);
  });

  it('are lost with a reason from the list, never without', async () => {
    const deal = await enter();
    await step(deal, 'lose', {}).expect(422);
    await step(deal, 'lose', { lossReason: 'because' }).expect(422);
    const { body } = await step(deal, 'lose', { lossReason: 'price', lossNote: '贵了两成' }).expect(200);
    expect(body).toMatchObject({
      state: 'lost',
      lossReason: 'price',
      lossNote: '贵了两成',
      probability: '0.0000',
    });
  });

  it('dragged by two people at once go one way: the other hears of it', async () => {
    const deal = await enter();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        step(deal, 'move', { stageId: stage.Engaging }, index % 2 ? manager : li).then(
          ({ status }) => status,
        ),
      ),
    );
    expect(answers.toSorted()).toEqual([200, ...Array.from({ length: 7 }, () => 412)]);
    const [row] = await app.database.query(
      `select count(*)::int as visits, count(*) filter (where left_at is null)::int as current from opportunity_stages where opportunity_id = $1`,
      [deal.id],
    );
    expect(row).toEqual({ visits: 2, current: 1 });
  });

  it('are seen within the data scope, by everybody else not at all', async () => {
    const deal = await enter({ name: '只给自己看' });
    const zhao = await app.as('sales.zhao');
    await zhao.get(`/opportunities/${deal.id}`).expect(404);
    await step(deal, 'win', {}, zhao).expect(404);
    await zhao.patch(`/opportunities/${deal.id}`).send({ name: 'x' }).expect(404);
    await zhao.delete(`/opportunities/${deal.id}`).expect(404);
    const { body } = await zhao.post('/opportunities').send({ name: 'x', customerId: customer }).expect(422);
    expect(body.errors[0].pointer).toBe('/customerId');
    await li
      .post('/opportunities')
      .send({ name: 'x', ownerId: await idOf('sales.zhao') })
      .expect(422);
    await (await app.as('transport')).get('/opportunities').expect(403);
    await manager.get(`/opportunities/${deal.id}`).expect(200);
    expect((await zhao.get('/opportunities/stage-totals').expect(200)).body).toEqual([]);
  });
  const idOf = async (username: string) =>
    (await app.database.query<{ id: string }>(`select id from users where username = $1`, [username]))[0]!.id;

  it('keep their customer out of the recycle bin while they are open', async () => {
    const busy = await make(li, '/customers', { name: '有商机的客户' });
    const deal = await enter({ customerId: busy });
    const { body } = await li.delete(`/customers/${busy}`).expect(409);
    expect(body).toMatchObject({ code: 'opportunities.open-deals', params: { count: 1 } });
    await step(deal, 'lose', { lossReason: 'budget' }).expect(200);
    await li.delete(`/customers/${busy}`).expect(204);
    expect((await li.get(`/opportunities/${deal.id}`).expect(200)).body.customerName).toBe('有商机的客户');
  });

  it('go into the recycle bin and come back', async () => {
    const deal = await enter();
    await li.delete(`/opportunities/${deal.id}`).expect(204);
    await li.get(`/opportunities/${deal.id}`).expect(404);
    await li.post(`/recycle-bin/opportunity/${deal.id}/restore`).expect(204);
    await li.get(`/opportunities/${deal.id}`).expect(200);
  });

  it('are told to have stagnated by the norm of their stage, and filtered by it', async () => {
    const deal = await enter({ name: '停了很久' });
    await app.database.query(
      `with context as materialized (select set_config('juke.context', '{"actorId":"00000000-0000-0000-0000-000000000000","actorName":"x","action":"x"}', true))
       update opportunities set stage_since = now() - interval '15 days' from context where id = '${deal.id}'`,
    );
    const { body } = await li.get('/opportunities?isStagnant=true').expect(200);
    expect(body.items).toMatchObject([{ id: deal.id, isStagnant: true, daysInStage: 15 }]);
  });

  it('are listed by every sort, page by page, with count, sums and totals by stage', async () => {
    for (const sort of [
      'createdAt',
      'name',
      'value',
      'expectedCloseOn',
      'closedOn',
      'nextStepOn',
      'stageSince',
    ]) {
      for (const direction of ['', '-']) {
        const seen = new Set<string>();
        let cursor: string | null = '';
        while (cursor !== null) {
          const path: string = `/opportunities?sort=${direction}${sort}&limit=4${cursor && `&cursor=${cursor}`}`;
          const { body } = await li.get(path).expect(200);
          for (const { id } of body.items as Deal[]) seen.add(id);
          cursor = body.nextCursor as string | null;
        }
        const { body: counted } = await li.get('/opportunities/count').expect(200);
        expect({ sort, seen: seen.size }).toEqual({ sort, seen: counted.count });
      }
    }
    const { body: sums } = await li.get('/opportunities/sums').expect(200);
    const { body: totals } = await li
      .get(`/opportunities/stage-totals?pipelineId=${pipeline.id}`)
      .expect(200);
    const added = (totals as { value: string }[]).reduce((sum, { value }) => sum + Number(value), 0);
    expect(added).toBeCloseTo(Number(sums.value), 2);
  });
});

describe('Pipelines', () => {
  let app: TestApp;
  let admin: Caller;
  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.as('admin');
  });
  afterAll(() => app.close());

  const make = async (nameZh: string) =>
    (await admin.post('/pipelines').send({ nameZh }).expect(201)).body as Pipeline;

  it('are several, with stages in an order, and two ends', async () => {
    const made = await make('渠道合作');
    await admin.post('/pipelines').send({ nameZh: '渠道合作' }).expect(409);
    const { body: added } = await admin
      .post(`/pipelines/${made.id}/stages`)
      .send({ nameZh: '试点', probability: '0.7', stagnationDays: 10, requiredFields: ['amount'] })
      .expect(201);
    const names = (pipeline: Pipeline) =>
      (pipeline.stages as unknown as { nameZh: string }[]).map(({ nameZh }) => nameZh);
    expect(names(added)).toEqual(['初步接触', '方案报价', '试点', '赢单', '丢单']);
    const ids = added.stages.map(({ id }: Stage) => id) as string[];
    const { body: ordered } = await admin
      .put(`/pipelines/${made.id}/order`)
      .send({ stageIds: [ids[2], ids[0]] })
      .expect(200);
    expect(names(ordered)).toEqual(['试点', '初步接触', '方案报价', '赢单', '丢单']);
    await admin.post(`/pipelines/${made.id}/stages`).send({ nameZh: '试点' }).expect(409);
    await admin.patch(`/pipeline-stages/${ids[4]}`).send({ probability: '0.5' }).expect(422);
    await admin.patch(`/pipeline-stages/${ids[0]}`).send({ probability: '2' }).expect(422);
    await admin.patch(`/pipeline-stages/${ids[0]}`).set('if-match', '"77"').send({ nameZh: 'y' }).expect(412);
    await (await app.as('sales.li')).post('/pipelines').send({ nameZh: 'x' }).expect(403);
  });

  it('do not lose a stage in which deals are: they are led elsewhere', async () => {
    const { stages, id } = await make('有单的流程');
    const [first, second, won] = stages as [Stage, Stage, Stage];
    const li = await app.as('sales.li');
    const { body: deal } = await li.post('/opportunities').send({ name: 'x', pipelineId: id }).expect(201);
    expect(deal.stageId).toBe(first.id);
    await admin.delete(`/pipeline-stages/${first.id}`).expect(409);
    const { body } = await admin.post(`/pipeline-stages/${first.id}/retire`).send({}).expect(409);
    expect(body).toMatchObject({ code: 'opportunities.stage-in-use', params: { count: 1 } });
    await admin.post(`/pipeline-stages/${first.id}/retire`).send({ moveTo: won.id }).expect(422);
    await admin.post(`/pipeline-stages/${first.id}/retire`).send({ moveTo: second.id }).expect(200);
    expect((await li.get(`/opportunities/${deal.id}`).expect(200)).body.stageId).toBe(second.id);
    const moved = await li.post(`/opportunities/${deal.id}/move`).send({ stageId: first.id }).expect(409);
    expect(moved.body.errors[0].rule).toBe('stageRetired');
    await admin.post(`/pipeline-stages/${second.id}/retire`).send({}).expect(409);
    await admin.post(`/pipeline-stages/${won.id}/retire`).send({}).expect(409);
    await admin.post(`/pipeline-stages/${first.id}/restore`).expect(200);
  });

  it('retire, all but the usual one, and take no new deals then', async () => {
    const made = await make('旧流程');
    await admin.post(`/pipelines/${made.id}/retire`).expect(200);
    const li = await app.as('sales.li');
    await li.post('/opportunities').send({ name: 'x', pipelineId: made.id }).expect(422);
    await li.post('/opportunities').send({ name: 'x', stageId: made.stages[0]!.id }).expect(409);
    await admin.patch(`/pipelines/${made.id}`).send({ isDefault: true }).expect(409);
    await admin.post(`/pipelines/${made.id}/restore`).expect(200);
    const { body } = await admin.patch(`/pipelines/${made.id}`).send({ isDefault: true }).expect(200);
    expect(body.isDefault).toBe(true);
    await admin.post(`/pipelines/${made.id}/retire`).expect(409);
    const { body: all } = await admin.get('/pipelines').expect(200);
    expect((all as { isDefault: boolean }[]).filter(({ isDefault }) => isDefault)).toHaveLength(1);
  });
});
