import { startTestApp, type TestApp } from '../../../test/app.js';
import { SYSTEM_ACTOR } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { AuditRetention } from './audit-retention.js';
import { AuditSealer } from './audit-sealer.js';
import { verifyAudit } from './audit-verification.js';

describe('The retention of the audit log', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ RUN_JOBS: 'off', AUDIT_DAYS: '400' });
  });
  afterAll(() => app.close());

  const verify = () => verifyAudit(app.nest.get(Rows).pool());
  const expire = () => app.nest.get(AuditRetention).expire();
  /** Past every rule of the table, as nobody but a superuser can. */
  const past = (text: string) =>
    app.database.query(`do $$ begin set local session_replication_role = replica; ${text}; end $$`);
  async function sealAll(): Promise<void> {
    for (let tries = 0; tries < 400; tries += 1) {
      await app.nest.get(AuditSealer).seal();
      if ((await verify()).unsealed === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  const enter = async (name: string) =>
    (await app.as('sales.li')).post('/customers').send({ name }).expect(201);

  it('removes whole seals of what is too old, says so in the log, and the chain still holds', async () => {
    await enter('很久以前');
    await past(`update audit_entries set occurred_at = occurred_at - interval '500 days'`);
    await sealAll();
    const before = await verify();
    await enter('现在');
    await sealAll();
    expect(await expire()).toBe(before.verified);
    expect(await expire()).toBe(0);
    const after = await verify();
    expect(after).toMatchObject({ expired: before.verified, breach: null });
    const { body } = await (await app.as('admin')).get('/audit-entries?resource=audit-retention').expect(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      action: 'audit.expire',
      after: { entries: before.verified, digest: before.head, through_seal: before.seals },
    });
    await sealAll();
    expect(await verify()).toMatchObject({ expired: before.verified, unsealed: 0, breach: null });
  }, 60_000);

  it('shows entries that went without a word of it, and such that come back', async () => {
    const { expired } = await verify();
    await past(`create table word as select * from audit_entries where resource = 'audit-retention';
      delete from audit_entries where resource = 'audit-retention'`);
    expect((await verify()).breach).toMatchObject({ what: 'entry-missing', position: 1 });
    await past(`insert into audit_entries overriding system value select * from word; drop table word`);
    expect(await verify()).toMatchObject({ expired, breach: null });
    await past(`insert into audit_entries (id, actor_id, actor_name, action, resource, operation) overriding system value
      values (1, '00000000-0000-0000-0000-000000000000', 'x', 'x', 'x', 'insert')`);
    expect((await verify()).breach).toMatchObject({ what: 'entry-added', entryId: '1' });
    await past(`delete from audit_entries where id = 1`);
    expect((await verify()).breach).toBeNull();
  });

  it('is a year at least, and nothing the application can do otherwise', async () => {
    const run = (text: string) => app.nest.get(UnitOfWork).run(SYSTEM_ACTOR, 'x', (unit) => unit.query(text));
    await expect(run(`select expire_audit(now() - interval '30 days', 100)`)).rejects.toThrow(
      'a year at least',
    );
    await expect(run(`delete from audit_entries`)).rejects.toThrow('permission denied');
    await expect(
      run(
        `select set_config('juke.expires', 'on', true) from audit_entries limit 1; delete from audit_entries`,
      ),
    ).rejects.toThrow();
    await expect(
      run(`with s as (select set_config('juke.expires', 'on', true)) delete from audit_entries using s`),
    ).rejects.toThrow('permission denied');
  });
});
