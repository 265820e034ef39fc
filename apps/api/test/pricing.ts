import type { Caller, TestApp } from './app.js';

export interface TestProduct {
  readonly id: string;
  readonly code: string;
  readonly version: number;
}

/** A day so many days from today, as the company's calendar says. */
export const day = (offset: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + offset * 86_400_000);

export async function enterProduct(
  app: TestApp,
  name: string,
  fields: Record<string, unknown> = {},
): Promise<TestProduct> {
  const clerk = await app.as('pricing');
  const { body } = await clerk
    .post('/products')
    .send({ name, unit: '吨', ...fields })
    .expect(201);
  return body as TestProduct;
}

export async function setUpTable(
  app: TestApp,
  name: string,
  fields: Record<string, unknown> = {},
): Promise<string> {
  const clerk = await app.as('pricing');
  const { body } = await clerk
    .post('/price-tables')
    .send({ name, kind: 'local', ...fields })
    .expect(201);
  return (body as { id: string }).id;
}

export interface Line {
  readonly tableId: string;
  readonly productId: string;
  readonly price: string | null;
  readonly [field: string]: unknown;
}

/** A revision in draft with these lines. */
export async function draftRevision(
  app: TestApp,
  lines: readonly Line[],
  effectiveOn: string = day(0),
  title = '调价',
): Promise<string> {
  const clerk = await app.as('pricing');
  const { body } = await clerk.post('/price-revisions').send({ title, effectiveOn }).expect(201);
  const { id } = body as { id: string };
  await clerk.post(`/price-revisions/${id}/lines`).send({ lines }).expect(200);
  return id;
}

/** What waits for somebody about a document. */
export async function waiting(
  caller: Caller,
  documentId: string,
): Promise<{ id: string; snapshotId: string }> {
  const { body } = await caller.get('/approvals/inbox').expect(200);
  const { items } = body as { items: { id: string; approvalId?: string; documentId: string }[] };
  const row = items.find((item) => item.documentId === documentId);
  if (!row) throw new Error('Nothing waits.');
  const id = row.approvalId ?? row.id;
  const { body: one } = await caller.get(`/approvals/${id}`).expect(200);
  return { id, snapshotId: (one as { snapshotId: string }).snapshotId };
}

/** The leader of the pricing department agrees, as the first flow of every kind of document asks. */
export async function approveRevision(app: TestApp, revisionId: string): Promise<void> {
  const reviewer = await app.as('pricing.review');
  const { id, snapshotId } = await waiting(reviewer, revisionId);
  await reviewer.post(`/approvals/${id}/approve`).send({ snapshotId }).expect(200);
}

/** Drafted, submitted, agreed to. */
export async function revisePrices(
  app: TestApp,
  lines: readonly Line[],
  effectiveOn: string = day(0),
): Promise<string> {
  const id = await draftRevision(app, lines, effectiveOn);
  await (
    await app.as('pricing')
  )
    .post(`/price-revisions/${id}/submit`)
    .send({ confirmUnusual: true })
    .expect(200);
  await approveRevision(app, id);
  return id;
}
