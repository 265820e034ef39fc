import type { AddressInfo } from 'node:net';
import { createOpenApiDocument } from '../../src/platform/openapi/openapi-document.js';
import { startTestApp, type Caller, type TestApp } from '../app.js';
import { BODIES, fitting, NAUGHTY, seededChoice, spoiled, type Schema } from '../fuzz-cases.js';

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; schema?: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}
interface Case {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly type?: string;
}

/** An answer that takes longer is a hang; the machine of the tests may be slow. */
const LONGEST_MS = 10_000;
const AT_A_TIME = 6;
const SPOILED_BODIES = 14;
/** Endless by nature, or they end the very session that asks. */
const LEFT_OUT = ['streamEvents', 'signOut', 'refreshSession', 'endOtherSessions'];

describe('Every operation under nonsense', () => {
  let app: TestApp;
  let admin: Caller;
  let base: string;
  /** Ids that are there, by the path that lists them: a rule behind a 404 would never be reached. */
  const known = new Map<string, string>();
  const choose = seededChoice(20_260_301);

  beforeAll(async () => {
    app = await startTestApp();
    admin = await app.as('admin');
    base = `http://127.0.0.1:${(app.nest.getHttpServer().address() as AddressInfo).port}`;
    const { body: users } = await admin.get('/users?q=legal').expect(200);
    await admin.post('/customers').send({ name: '试验客户' }).expect(201);
    const paths = Object.keys(createOpenApiDocument(app.nest).paths).filter(
      (path) => !path.includes('{') && path !== '/api/v1/events',
    );
    for (const path of paths) {
      const { body } = await admin.get(`${path.replace('/api/v1', '')}?limit=1`).catch(() => ({ body: {} }));
      const id = (body as { items?: { id?: string }[] }).items?.[0]?.id;
      if (id) known.set(path, id);
    }
    known.set('/api/v1/users', users.items[0].id);
  }, 60_000);
  afterAll(() => app.close());

  /** The path with ids that are there, or with something that is no id in the last place. */
  const fill = (path: string, nonsense?: string): string => {
    const listed = path.slice(0, path.indexOf('/{'));
    const id = known.get(listed) ?? '01990000-0000-7000-8000-000000000000';
    return path.replace(
      /\{\w+\}/g,
      nonsense === undefined ? id : encodeURIComponent(nonsense.toWellFormed()),
    );
  };

  function* casesOf(
    path: string,
    method: string,
    operation: Operation,
    schemas: Record<string, Schema>,
  ): Generator<Case> {
    const one = { operationId: operation.operationId, method };
    if (path.includes('{'))
      for (const nonsense of [choose(NAUGHTY), choose(NAUGHTY), 'a'.repeat(5_000)])
        yield {
          ...one,
          path: fill(path, nonsense),
          ...(method !== 'get' && { body: '{}', type: 'application/json' }),
        };
    for (const { name } of (operation.parameters ?? []).filter((parameter) => parameter.in === 'query'))
      for (const value of [choose(NAUGHTY), choose(NAUGHTY)])
        yield { ...one, path: `${fill(path)}?${new URLSearchParams({ [name]: value.slice(0, 6_000) })}` };
    if (method === 'get') {
      yield { ...one, path: `${fill(path)}?limit=1&limit=2&cursor=%FF&sort[]=x&q[a]=b&__proto__=1` };
      return;
    }
    const [content] = Object.values(operation.requestBody?.content ?? {});
    for (const [body, type] of BODIES) yield { ...one, path: fill(path), body: body as string, type };
    if (!content) return;
    const all = [...spoiled(fitting(content.schema, schemas), choose)];
    const step = Math.max(1, Math.floor(all.length / SPOILED_BODIES));
    for (let at = 0; at < all.length; at += step)
      yield { ...one, path: fill(path), body: JSON.stringify(all[at]), type: 'application/json' };
  }

  async function answerTo({ method, path, body, type }: Case, token: string) {
    const started = performance.now();
    const answer = await fetch(base + path, {
      method: method.toUpperCase(),
      headers: { authorization: `Bearer ${token}`, ...(type && { 'content-type': type }) },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    const text = await answer.text();
    return { status: answer.status, text, ms: performance.now() - started };
  }

  it('answers in time and never with a failure of ours', async () => {
    const document = createOpenApiDocument(app.nest);
    const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
    const cases: Case[] = [];
    const covered = new Set<string>();
    for (const [path, item] of Object.entries(document.paths))
      for (const [method, operation] of Object.entries(item as Record<string, Operation>)) {
        if (LEFT_OUT.includes(operation.operationId)) continue;
        covered.add(operation.operationId);
        cases.push(...casesOf(path, method, operation, schemas));
      }
    const operations = Object.values(document.paths).flatMap((item) => Object.keys(item as object)).length;
    expect(covered.size).toBe(operations - LEFT_OUT.length);
    expect(cases.length).toBeGreaterThan(2_000);

    const wrong: string[] = [];
    const statuses = new Map<number, number>();
    let next = 0;
    let { token } = admin;
    const work = async (): Promise<void> => {
      for (let at = next++; at < cases.length; at = next++) {
        const each = cases[at]!;
        const said = `${each.operationId} ${each.path.slice(0, 120)} ${String(each.body ?? '').slice(0, 300)}`;
        try {
          // A connection kept open may just have been closed by an answer before; a server that is gone fails twice.
          const { status, text } = await answerTo(each, token).catch(() => answerTo(each, token));
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          if (status >= 500) wrong.push(`${status} ${said}\n  ${text.slice(0, 300)}`);
          // A session may have ended by a request that hit it; the next ones need one.
          if (status === 401 && !each.operationId.startsWith('sign'))
            token = (
              await app.anonymous.post('/auth/login').send({ username: 'admin', password: 'Juke-demo-2026' })
            ).body.accessToken as string;
        } catch (error) {
          wrong.push(`${(error as Error).name} ${said}`);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    expect(wrong).toEqual([]);
    // Nonsense that nobody refuses would mean that nothing was looked at.
    expect((statuses.get(422) ?? 0) / cases.length).toBeGreaterThan(0.3);
    expect(await answerTo({ operationId: '', method: 'get', path: '/api/v1/me' }, token)).toMatchObject({
      status: 200,
    });
  }, 180_000);

  it('keeps text as it was written', async () => {
    const texts = ['  e\u0301\u4E2D\u{2070E}👨‍👩‍👧 "\'\\/<>&', '\u202Eabc', 'Ａ１　ｂ', '한국어 العربية עברית'];
    for (const text of texts) {
      const { body: made } = await admin
        .post('/customers')
        .send({ name: `甲${text}乙` })
        .expect(201);
      expect((await admin.get(`/customers/${made.id}`).expect(200)).body.name).toBe(`甲${text}乙`);
    }
  });
});
