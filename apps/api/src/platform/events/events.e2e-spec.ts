import type { AddressInfo } from 'node:net';
import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';

/** Reads a stream until `wanted` events came, or fails after a while. */
async function listen(
  app: TestApp,
  caller: Caller,
  wanted: number,
  act: () => Promise<unknown>,
): Promise<{ event: string; data: Record<string, unknown> }[]> {
  const { port } = app.nest.getHttpServer().address() as AddressInfo;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(new Error('No event came.')), 8_000);
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/events`, {
    headers: { authorization: `Bearer ${caller.token}` },
    signal: stop.signal,
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  await act();
  const events: { event: string; data: Record<string, unknown> }[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop()!;
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1];
      if (event)
        events.push({ event, data: JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as Record<string, unknown> });
    }
    if (events.length >= wanted) break;
  }
  clearTimeout(timer);
  stop.abort();
  return events;
}

describe('The event stream', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('tells of a changed record only whom it concerns', async () => {
    const [li, zhao] = [await app.as('sales.li'), await app.as('sales.zhao')];
    const enter = async () => {
      await zhao.post('/customers').send({ name: '西部客户' }).expect(201);
      await li.post('/customers').send({ name: '东部客户' }).expect(201);
    };
    const heard = await listen(app, li, 1, enter);
    expect(heard.map(({ event }) => event)).toEqual(['customer.created']);
    const [east] = await app.database.query<{ id: string }>(
      `select id from customers where name = '东部客户'`,
    );
    expect(heard[0]!.data).toEqual({ resource: 'customer', id: east!.id });
  });

  it('follows a job to its end and brings the notice of it', async () => {
    const clerk = await app.as('contract');
    const start = async () => {
      const { body } = await clerk.post('/exports').send({ resource: 'customer', format: 'csv' }).expect(202);
      return body;
    };
    const heard = await listen(app, clerk, 2, start);
    expect(heard.map(({ event }) => event).sort()).toEqual(['job.changed', 'notification.created']);
    expect(heard.find(({ event }) => event === 'job.changed')!.data).toMatchObject({
      kind: 'export.run',
      state: 'succeeded',
    });
    expect((await clerk.get('/notifications/unread-count').expect(200)).body).toEqual({ count: 1 });
    await clerk.post('/notifications/read-all').expect(204);
    expect((await clerk.get('/notifications/unread-count').expect(200)).body).toEqual({ count: 0 });
    expect((await (await app.as('admin')).get('/notifications').expect(200)).body.items).toEqual([]);
  });

  it('comes back by itself when the database dropped the connections, without losing an event', async () => {
    const li = await app.as('sales.li');
    const heard = await listen(app, li, 1, async () => {
      await app.database.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'juke-events' and datname = current_database()`,
      );
      await li.post('/customers').send({ name: '断线期间' }).expect(201);
    });
    expect(heard[0]!.event).toBe('customer.created');
  });
});
