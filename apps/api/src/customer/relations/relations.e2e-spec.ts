import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { MOST_NODES } from './relation-graph.service.js';

interface Relation {
  id: string;
  kind: string;
  version: number;
  fromName: string;
  toName: string;
}

const SYSTEM = '{"actorId": "00000000-0000-0000-0000-000000000000", "actorName": "system", "action": "test"}';

describe('Relations between customers', () => {
  let app: TestApp;
  let li: Caller;
  let zhao: Caller;
  let admin: Caller;
  let legal: Caller;

  const customer = async (name: string, who = li) =>
    (await who.post('/customers').send({ name }).expect(201)).body.id as string;
  const chain = (names: readonly string[], who = li) =>
    names.reduce<Promise<string[]>>(
      async (made, name) => [...(await made), await customer(name, who)],
      Promise.resolve([]),
    );
  const relate = (kind: string, fromId: string, toId: string, who = li) =>
    who.post('/customer-relations').send({ kind, fromId, toId });
  const relationsOf = async (id: string, who = li) =>
    (await who.get(`/customers/${id}/relations`).expect(200)).body.items as Relation[];
  const graph = async (id: string, depth: number, who = li) =>
    (await who.get(`/customers/${id}/relations/graph?depth=${depth}`).expect(200)).body as {
      nodes: { id: string; name: string; level: number }[];
      edges: { fromId: string; toId: string }[];
      isCut: boolean;
      hasHidden: boolean;
    };
  const sell = (customerId: string, day: string, amount: string) =>
    app.database.query(
      `with s as materialized (select set_config('juke.context', '${SYSTEM}', true)),
            p as (insert into products (name) select 'P ' || uuidv7() from s returning id),
            o as (insert into orders (number, customer_id, ordered_on) select 'O-' || p.id, $1, $2 from p returning id)
       insert into order_lines (order_id, line_number, product_id, quantity, sales_amount, cost_amount)
       select o.id, 1, p.id, 2, $3, 10 from o, p`,
      [customerId, day, amount],
    );

  beforeAll(async () => {
    app = await startTestApp();
    [li, zhao, admin, legal] = (await Promise.all(
      ['sales.li', 'sales.zhao', 'admin', 'legal'].map((who) => app.as(who)),
    )) as [Caller, Caller, Caller, Caller];
  });
  afterAll(() => app.close());

  it('have five kinds, each with a name for both ends', async () => {
    const { body } = await legal.get('/customer-relation-kinds').expect(200);
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual([
      'subsidiary',
      'dealer',
      'referral',
      'supply',
      'competition',
    ]);
    expect(body.items[0]).toMatchObject({ fromZh: '上级公司', toEn: 'Subsidiary', isAcyclic: true });
  });

  it('are made, read from both ends, noted and removed, and told of', async () => {
    const [a, b] = (await chain(['甲一', '乙一'])) as [string, string];
    const { body: made } = await li
      .post('/customer-relations')
      .send({ kind: 'supply', fromId: a, toId: b, note: '主要原料' })
      .expect(201);
    expect(made).toMatchObject({
      kind: 'supply',
      fromName: '甲一',
      toName: '乙一',
      allowedActions: ['change', 'delete'],
    });
    expect(await relationsOf(b)).toMatchObject([{ id: made.id, note: '主要原料' }]);
    const events = await app.database.query(
      `select record_id as id from domain_events where name = 'customer.related' order by id`,
    );
    expect(events.map(({ id }) => id).sort()).toEqual([a, b].sort());
    const path = `/customer-relations/${made.id}`;
    expect((await li.patch(path).send({ note: null }).expect(200)).body).toMatchObject({
      note: null,
      version: 2,
    });
    await li.delete(path).set('if-match', '"1"').expect(412);
    // Both directions of supply may be; the same one twice may not. Competition has no direction.
    await relate('supply', a, b).expect(409);
    await relate('supply', b, a).expect(201);
    await relate('competition', b, a).expect(201);
    await relate('competition', a, b).expect(409);
    await li.delete(path).expect(204);
    await li.delete(path).expect(404);
    expect((await relationsOf(a)).map(({ kind }) => kind)).toEqual(['supply', 'competition']);
  });

  it('refuse what cannot be', async () => {
    const [a] = (await chain(['独自'])) as [string];
    const wrong = async (call: ReturnType<typeof relate>, pointer: string) =>
      expect((await call.expect(422)).body.errors[0].pointer).toBe(pointer);
    await wrong(relate('supply', a, a), '/toId');
    const [b] = (await chain(['另一'])) as [string];
    await wrong(relate('friendship', a, b), '/kind');
    await wrong(relate('supply', a, '01990000-0000-7000-8000-000000000000'), '/toId');
    await wrong(relate('supply', 'x', b), '/fromId');
    await relate('supply', a, b, legal).expect(403);
    await li.get(`/customers/${a}/relations/graph?depth=4`).expect(422);
    await li.get(`/customers/${a}/relations/graph?depth=x`).expect(422);
  });

  it.each(['subsidiary', 'dealer'])(
    'of the kind %s make no loop, and the refusal names the way',
    async (kind) => {
      const [a, b, c] = (await chain(['集团', '华东公司', '苏州厂'])) as [string, string, string];
      await relate(kind, a, b).expect(201);
      await relate(kind, b, c).expect(201);
      const { body } = await relate(kind, c, a).expect(409);
      expect(body).toMatchObject({
        code: 'relations.loop',
        params: { chain: '集团 → 华东公司 → 苏州厂 → 集团' },
      });
      expect((await relate(kind, b, a).expect(409)).body.params.chain).toBe('集团 → 华东公司 → 集团');
      await expect(
        app.database.query(
          `with s as materialized (select set_config('juke.context', '${SYSTEM}', true))
         insert into customer_relations (kind, from_id, to_id) select $1, $2::uuid, $3::uuid from s`,
          [kind, c, a],
        ),
      ).rejects.toThrow('stand above itself');
    },
  );

  it('make no loop among many who ask at once', async () => {
    const ring = await chain(['环一', '环二', '环三', '环四', '环五', '环六']);
    const answers = await Promise.all(
      ring.flatMap((id, index) => [
        relate('dealer', id, ring[(index + 1) % ring.length]!),
        relate('dealer', ring[(index + 1) % ring.length]!, id),
      ]),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
    // Of each pair of neighbours one direction at most.
    expect(statuses.filter((status) => status === 201).length).toBeLessThanOrEqual(6);
    const [loops] = await app.database.query<{ count: number }>(
      `with recursive walk as (select from_id as start, to_id as id from customer_relations where kind = 'dealer'
         union select w.start, r.to_id from walk w join customer_relations r on r.kind = 'dealer' and r.from_id = w.id)
       select count(*)::int as count from walk where start = id`,
    );
    expect(loops!.count).toBe(0);
  });

  it('give a customer one parent, also while it lies in the recycle bin', async () => {
    const [parent, second, child] = (await chain(['母公司', '想要的', '子公司'])) as [string, string, string];
    await relate('subsidiary', parent, child).expect(201);
    const { body } = await relate('subsidiary', second, child).expect(409);
    expect(body).toMatchObject({
      code: 'relations.has-parent',
      params: { child: '子公司', parent: '母公司' },
    });
    await (await app.as('manager.east')).delete(`/customers/${parent}`).expect(204);
    expect(await relationsOf(child)).toEqual([]);
    expect((await graph(child, 2)).nodes).toHaveLength(1);
    const inBin = await relate('subsidiary', second, child).expect(409);
    expect(inBin.body).toMatchObject({ code: 'relations.parent-in-bin', params: { parent: '母公司' } });
    await admin
      .post(`/recycle-bin/customer/${parent}/restore`)
      .expect((answer) => expect(answer.status).toBeLessThan(300));
    expect((await relationsOf(child)).map(({ fromName }) => fromName)).toEqual(['母公司']);
  });

  describe('with a customer of another region between', () => {
    let top: string;
    let far: string;
    let below: string;

    beforeAll(async () => {
      top = await customer('集团总部');
      far = await customer('西部机密子公司', zhao);
      below = await customer('自己的孙公司');
      await relate('subsidiary', top, far, admin).expect(201);
      await relate('subsidiary', far, below, admin).expect(201);
      await relate('competition', top, below).expect(201);
      await sell(top, '2025-03-01', '100.00');
      await sell(far, '2025-04-01', '1000.00');
      await sell(below, '2026-04-01', '10.00');
    });

    it('show neither it nor that relation, and say that something is left out', async () => {
      expect((await relationsOf(top)).map(({ toName, fromName }) => [fromName, toName].sort())).toEqual([
        ['自己的孙公司', '集团总部'].sort(),
      ]);
      const mine = await graph(top, 3);
      expect(mine.nodes.map(({ name, level }) => [name, level])).toEqual([
        ['集团总部', 0],
        ['自己的孙公司', 1],
      ]);
      expect(mine).toMatchObject({ hasHidden: true, isCut: false });
      expect(mine.edges).toHaveLength(1);
      const all = await graph(top, 3, admin);
      expect(all.nodes).toHaveLength(3);
      expect(all.edges).toHaveLength(3);
      expect(all.hasHidden).toBe(false);
      await zhao.get(`/customers/${top}/relations`).expect(404);
      await zhao.get(`/customers/${top}/relations/graph`).expect(404);
      await zhao.get(`/customers/${top}/group-sales`).expect(404);
    });

    it('cannot be used to relate it, to change or remove its relations, or to learn its name', async () => {
      await relate('supply', top, far).expect(422);
      const [theirs] = await relationsOf(far, zhao);
      expect(theirs).toBeUndefined(); // both others are li's
      const hidden = (await relationsOf(far, admin)).find(({ fromName }) => fromName === '集团总部');
      await li.patch(`/customer-relations/${hidden!.id}`).send({ note: 'x' }).expect(404);
      await li.delete(`/customer-relations/${hidden!.id}`).expect(404);
      const loop = await relate('subsidiary', below, top).expect(409);
      expect(loop.body.params.chain).toBe('集团总部 → … → 自己的孙公司 → 集团总部');
      const taken = await relate('subsidiary', top, below).expect(409);
      expect(taken.body.params.parent).toBe('…');
      for (const { body } of [loop, taken]) expect(JSON.stringify(body)).not.toContain('西部机密');
    });

    it('sum up the group as far as it may be seen', async () => {
      const sales = async (who: Caller) => (await who.get(`/customers/${top}/group-sales`).expect(200)).body;
      const mine = await sales(li);
      expect(mine).toMatchObject({ memberCount: 2, hasHidden: true });
      expect(
        mine.items.map((year: { year: number; salesAmount: string }) => [year.year, year.salesAmount]),
      ).toEqual([
        [2026, '10.00'],
        [2025, '100.00'],
      ]);
      expect(JSON.stringify(mine)).not.toContain('西部机密');
      const all = await sales(admin);
      expect(all).toMatchObject({ memberCount: 3, hasHidden: false });
      expect(all.members.map(({ name, level }: { name: string; level: number }) => [name, level])).toEqual([
        ['西部机密子公司', 1],
        ['集团总部', 0],
        ['自己的孙公司', 2],
      ]);
      expect(all.items[1]).toMatchObject({
        year: 2025,
        salesAmount: '1100.00',
        orders: 2,
        profit: '1080.00',
      });
      expect(
        (await (await app.as('legal')).get(`/customers/${top}/group-sales`).expect(200)).body.items[0].profit,
      ).toBeUndefined();
    });
  });

  it('are drawn as far as a picture holds, which says when it does not hold all', async () => {
    const hub = await customer('中心');
    const [{ owner, department }] = (await app.database.query(
      `select owner_id as owner, department_id as department from customers where id = $1`,
      [hub],
    )) as [{ owner: string; department: string }];
    await app.database.query(
      `with s as materialized (select set_config('juke.context', '${SYSTEM}', true)),
            made as (insert into customers (name, owner_id, department_id) select '经销商 ' || n, $2, $3 from s, generate_series(1, ${MOST_NODES + 20}) n returning id)
       insert into customer_relations (kind, from_id, to_id) select 'dealer', $1, id from made`,
      [hub, owner, department],
    );
    const drawn = await graph(hub, 3);
    expect(drawn.nodes).toHaveLength(MOST_NODES);
    expect(drawn.edges).toHaveLength(MOST_NODES - 1);
    expect(drawn.isCut).toBe(true);
  });
});
