import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { Rows } from '../database/rows.js';
import { AuditSealer } from './audit-sealer.js';
import { verifyAudit } from './audit-verification.js';

const PATIENCE_MS = 60_000;

describe('The audit log’s chain', () => {
  let app: TestApp;
  let li: Caller;
  let sealer: AuditSealer;
  beforeAll(async () => {
    app = await startTestApp({ RUN_JOBS: 'off' });
    li = await app.as('sales.li');
    sealer = app.nest.get(AuditSealer);
  });
  afterAll(() => app.close());

  const verify = () => verifyAudit(app.nest.get(Rows).pool());
  /** Transactions of the other test files, on the same server, count as open too. */
  const sealAll = async (): Promise<void> => {
    for (let tries = 0; tries < 400; tries += 1) {
      await sealer.seal();
      if ((await verify()).unsealed === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  /** As a superuser who gets past every rule of the table, and puts it back afterwards. */
  async function tamper(change: string, undo: string): Promise<void> {
    const past = (text: string) =>
      app.database.query(`do $$ begin set local session_replication_role = replica; ${text}; end $$`);
    await past(change);
    try {
      return await check();
    } finally {
      await past(undo);
    }
  }
  let check: () => Promise<void>;

  it(
    'tells sealed from unsealed honestly, and seals across many rounds',
    async () => {
      expect(await verify()).toMatchObject({ verified: 0, seals: 0, head: null, breach: null });
      expect((await verify()).unsealed).toBeGreaterThan(20);
      await sealAll();
      const first = await verify();
      expect(first).toMatchObject({ unsealed: 0, breach: null });
      await li.post('/customers').send({ name: '甲' }).expect(201);
      expect(await verify()).toMatchObject({ verified: first.verified, unsealed: 1, breach: null });
      await sealAll();
      const second = await verify();
      expect(second).toMatchObject({
        verified: first.verified + 1,
        seals: first.seals + 1,
        unsealed: 0,
        breach: null,
      });
      expect(second.head).not.toBe(first.head);
      await sealAll();
      expect(await verify()).toEqual(second);
    },
    PATIENCE_MS,
  );

  it(
    'does not pass over an entry whose transaction commits late',
    async () => {
      const late = new (await import('pg')).default.Client({ connectionString: app.database.ownerUrl });
      await late.connect();
      await late.query('begin');
      const context = { actorId: '00000000-0000-0000-0000-000000000000', actorName: 'x', action: 'x.late' };
      await late.query(`select set_config('juke.context', $1, true)`, [JSON.stringify(context)]);
      await late.query(`insert into brands (name) values ('late')`);
      await li.post('/customers').send({ name: '乙' }).expect(201);
      for (let round = 0; round < 3; round += 1) await sealer.seal();
      expect((await verify()).unsealed).toBe(1);
      await late.query('commit');
      await late.end();
      await sealAll();
      expect(await verify()).toMatchObject({ unsealed: 0, breach: null });
    },
    PATIENCE_MS,
  );

  it(
    'stays whole under fifty writers with sealers at work',
    async () => {
      const writes = Array.from({ length: 50 }, (_, index) =>
        // Every fifth is refused after its entry was written: ids have gaps.
        index % 5 === 0
          ? li
              .post('/customers')
              .send({ name: `并发 ${index}`, phone: '138****0000' })
              .expect(422)
          : li
              .post('/customers')
              .send({ name: `并发 ${index}` })
              .expect(201),
      );
      const seals = Array.from({ length: 10 }, () => sealer.seal());
      await Promise.all([...writes, ...seals]);
      await sealAll();
      expect(await verify()).toMatchObject({ unsealed: 0, breach: null });
    },
    PATIENCE_MS,
  );

  it(
    'shows a changed, a missing, an added entry, and a changed or missing seal',
    async () => {
      const [entry] = await app.database.query<{ id: string }>(
        `select id::text as id from audit_entries where resource = 'customer' order by id limit 1`,
      );
      const id = entry!.id;
      const expectBreach = (what: string, entryId: string | null) => async () =>
        expect((await verify()).breach).toMatchObject({ what, entryId });

      for (const column of ['actor_name', 'action', 'ip', 'request_id']) {
        const [was] = await app.database.query<{ value: string }>(
          `select quote_nullable(${column}) as value from audit_entries where id = ${id}`,
        );
        check = expectBreach('entry-changed', id);
        await tamper(
          `update audit_entries set ${column} = 'somebody else' where id = ${id}`,
          `update audit_entries set ${column} = ${was!.value} where id = ${id}`,
        );
      }
      check = expectBreach('entry-changed', id);
      await tamper(
        `update audit_entries set after = after || '{"x": 1}' where id = ${id}`,
        `update audit_entries set after = after - 'x' where id = ${id}`,
      );
      check = expectBreach('entry-missing', id);
      await tamper(
        `create table kept as select * from audit_entries where id = ${id}; delete from audit_entries where id = ${id}`,
        `insert into audit_entries overriding system value select * from kept; drop table kept`,
      );
      // An id that a rolled back transaction left free.
      const context = { actorId: '00000000-0000-0000-0000-000000000000', actorName: 'x', action: 'x' };
      const rolledBack = `do $$ begin perform set_config('juke.context', '${JSON.stringify(context)}', true);
      insert into brands (name) values ('gone'); raise exception 'rolled back'; end $$`;
      await expect(app.database.query(rolledBack)).rejects.toThrow('rolled back');
      await li.post('/customers').send({ name: '丙' }).expect(201);
      await sealAll();
      const [gap] = await app.database.query<{ id: string }>(
        `select (id + 1)::text as id from audit_entries e where id < (select max(id) from audit_entries)
          and not exists (select 1 from audit_entries n where n.id = e.id + 1) order by id limit 1`,
      );
      check = expectBreach('entry-added', gap!.id);
      await tamper(
        `insert into audit_entries (id, actor_id, actor_name, action, resource, operation) overriding system value
       values (${gap!.id}, '00000000-0000-0000-0000-000000000000', 'x', 'x', 'x', 'insert')`,
        `delete from audit_entries where id = ${gap!.id}`,
      );
      check = expectBreach('seal-changed', null);
      await tamper(
        `update audit_seals set hash = sha256('x') where position = (select max(position) from audit_seals)`,
        `update audit_seals s set hash = audit_seal_hash(b.hash, s.position, s.entry_ids, s.digests) from audit_seals b
        where b.position = s.position - 1 and s.position = (select max(position) from audit_seals)`,
      );
      expect((await verify()).breach).toBeNull();
    },
    PATIENCE_MS,
  );

  it('is written by nobody but the triggers: not even with the rights of the owner is it changed by accident', async () => {
    await expect(app.database.query(`update audit_seals set hash = ''`)).rejects.toThrow('append-only');
    await expect(app.database.query(`delete from audit_seals`)).rejects.toThrow('append-only');
  });
});
