import { startTestApp, type TestApp } from '../../../test/app.js';

interface Rule {
  id: string;
  resource: string;
  next: string;
  version: number;
}

const YEAR = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format();

describe('Numbering rules', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  const rule = async (resource = 'customer') =>
    ((await (await app.as('admin')).get('/numbering-rules').expect(200)).body as Rule[]).find(
      (each) => each.resource === resource,
    )!;
  const set = async (change: Record<string, unknown>) =>
    (
      await (
        await app.as('admin')
      )
        .patch(`/numbering-rules/${(await rule()).id}`)
        .send(change)
        .expect(200)
    ).body as Rule;
  const enter = async (who = 'sales.li', fields: Record<string, unknown> = {}) =>
    (await (await app.as(who)).post('/customers').send({ name: '编号客户', ...fields })).body
      .number as string;

  it('tell the next number, and give it', async () => {
    expect((await rule()).next).toBe('K000001');
    expect(await enter()).toBe('K000001');
    expect((await rule()).next).toBe('K000002');
    expect((await rule('product')).next).toBe('P000001');
  });

  it('change for new records only', async () => {
    const changed = await set({ pattern: '客{yyyy}-{seq:4}', reset: 'yearly' });
    expect(changed.next).toBe(`客${YEAR}-0001`);
    expect(await enter()).toBe(`客${YEAR}-0001`);
    expect(await app.database.query(`select number from customers where number = 'K000001'`)).toHaveLength(1);
  });

  it('preview without saving, and refuse what would repeat numbers', async () => {
    const admin = await app.as('admin');
    const { id, version } = await rule();
    const preview = (change: object) => admin.post(`/numbering-rules/${id}/preview`).send(change);
    expect((await preview({ pattern: 'A{yy}{MM}{seq:3}', reset: 'monthly' }).expect(200)).body.next).toMatch(
      /^A\d{4}001$/,
    );
    for (const [change, broken] of [
      [{ pattern: 'K{yyyy}' }, 'oneSeq'],
      [{ pattern: 'K{yyyy}{seq}{seq}' }, 'oneSeq'],
      [{ pattern: 'K{week}{seq}' }, 'place'],
      [{ pattern: 'K{seq}', reset: 'yearly' }, 'period'],
      [{ pattern: 'K{yyyy}{MM}{seq}', reset: 'daily' }, 'period'],
      [{ pattern: 'K{yyyy}{seq}', isPerDepartment: true }, 'department'],
    ] as const) {
      const { body } = await preview(change).expect(422);
      expect(body.errors[0]).toMatchObject({ pointer: '/pattern', rule: broken });
      await admin.patch(`/numbering-rules/${id}`).send(change).expect(422);
    }
    await admin.patch(`/numbering-rules/${id}`).set('if-match', '"99"').send({ reset: 'never' }).expect(412);
    expect((await rule()).version).toBe(version);
    await (await app.as('sales.li')).get('/numbering-rules').expect(403);
    await (await app.as('sales.li')).patch(`/numbering-rules/${id}`).send({}).expect(403);
  });

  it('count for each department by itself', async () => {
    await set({ pattern: '{dept}-{yy}{seq:3}', reset: 'yearly', isPerDepartment: true });
    const year = YEAR.slice(2);
    expect(await enter('sales.li')).toBe(`SALES-EAST-${year}001`);
    expect(await enter('sales.li')).toBe(`SALES-EAST-${year}002`);
    expect(await enter('sales.zhao')).toMatch(new RegExp(`^SALES-(?!EAST).*-${year}001$`));
  });

  it('skip what a hand or a file has taken', async () => {
    await set({ pattern: 'S{seq:3}', reset: 'never', isPerDepartment: false });
    const next = (await rule()).next;
    await enter('sales.li', { number: next });
    const after = `S${String(Number(next.slice(1)) + 1).padStart(3, '0')}`;
    expect(await enter()).toBe(after);
  });

  it('give fifty writers at once fifty numbers', async () => {
    await set({ pattern: 'F{yyyy}{seq:4}', reset: 'yearly' });
    const numbers = await Promise.all(Array.from({ length: 50 }, () => enter()));
    expect(new Set(numbers).size).toBe(50);
    expect(numbers.every((number) => number.startsWith(`F${YEAR}`))).toBe(true);
  });

  it('leave no gap where asked, though every third of fifty writers fails', async () => {
    await set({ pattern: 'G{yyyy}{MM}{dd}{seq:4}', reset: 'daily', isGapFree: true });
    const wrong = { territoryId: '01990000-0000-7000-8000-000000000000' };
    const numbers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => enter('sales.li', index % 3 === 0 ? wrong : {})),
    );
    const given = numbers.filter(Boolean).sort();
    expect(given).toHaveLength(33);
    expect(given.map((number) => Number(number.slice(-4)))).toEqual(
      Array.from({ length: 33 }, (_, index) => index + 1),
    );
  });

  it('go on where the count was when it becomes gap-free', async () => {
    await set({ pattern: 'H{seq:6}', reset: 'never', isGapFree: false });
    await enter();
    const before = (await rule()).next;
    expect((await set({ isGapFree: true })).next).toBe(before);
    expect(await enter()).toBe(before);
  });
});
