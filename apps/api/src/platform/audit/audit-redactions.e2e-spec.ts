import { startTestApp, type Caller, type TestApp } from '../../../test/app.js';
import { Rows } from '../database/rows.js';
import { AuditSealer } from './audit-sealer.js';
import { verifyAudit } from './audit-verification.js';

describe('The audit log’s chain and a person who is forgotten', () => {
  let app: TestApp;
  let admin: Caller;
  let person: string;
  let redacted: number;
  beforeAll(async () => {
    app = await startTestApp({ RUN_JOBS: 'off' });
    admin = await app.as('admin');
    const [user] = await app.database.query<{ id: string }>(
      `select id from users where username = 'sales.wang'`,
    );
    person = user!.id;
    await app.as('sales.wang');
    await admin.post(`/users/${person}/disable`).expect(200);
    await sealAll();
    await admin.delete(`/users/${person}`).expect(200);
    await sealAll();
    redacted = (await verify()).redacted;
  }, 60_000);
  afterAll(() => app.close());

  const verify = () => verifyAudit(app.nest.get(Rows).pool());
  /** Transactions of the other test files, on the same server, count as open too. */
  const sealAll = async (): Promise<void> => {
    for (let tries = 0; tries < 400; tries += 1) {
      await app.nest.get(AuditSealer).seal();
      if ((await verify()).unsealed === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const past = (text: string) =>
    app.database.query(`do $$ begin set local session_replication_role = replica; ${text}; end $$`);

  it('holds, and says how many entries were redacted', async () => {
    expect(await verify()).toMatchObject({ breach: null, unsealed: 0 });
    expect(redacted).toBeGreaterThan(0);
    const records = await app.database.query(
      `select actor_name, after->>'person_id' as person from audit_entries where resource = 'audit-redaction'`,
    );
    expect(records).toEqual([{ actor_name: expect.stringMatching(/./), person }]);
  });

  it('shows a redacted entry that was changed further', async () => {
    const [entry] = await app.database.query<{ id: string }>(
      `select min(entry_id)::text as id from audit_redactions`,
    );
    await past(
      `update audit_entries set request_id = coalesce(request_id, '') || 'x' where id = ${entry!.id}`,
    );
    expect((await verify()).breach).not.toBeNull();
    await past(
      `update audit_entries set request_id = nullif(left(request_id, -1), '') where id = ${entry!.id}`,
    );
    expect((await verify()).breach).toBeNull();
  });

  it('shows a faked redaction that the log does not know', async () => {
    const [entry] = await app.database.query<{ id: string; name: string; actor: string }>(
      `select id::text as id, actor_name as name, actor_id as actor from audit_entries
        where actor_name <> '' and resource <> 'audit-redaction' order by id desc limit 1`,
    );
    const { id, name, actor } = entry!;
    await past(`create table faked as select audit_digest(e) as was from audit_entries e where id = ${id};
      update audit_entries set actor_name = '' where id = ${id};
      insert into audit_redactions select uuidv7(), ${id}, '${actor}', was, audit_digest(e) from faked, audit_entries e where id = ${id};
      drop table faked`);
    expect((await verify()).breach).toMatchObject({ what: 'entry-changed', entryId: id });
    // Nor under the record of another redaction: its sum is no longer right.
    await past(`update audit_redactions set redaction_id = (select record_id from audit_entries where resource = 'audit-redaction')
      where entry_id = ${id}`);
    expect((await verify()).breach).toMatchObject({ what: 'entry-changed' });
    await past(`delete from audit_redactions where entry_id = ${id};
      update audit_entries set actor_name = '${name}' where id = ${id}`);
    expect(await verify()).toMatchObject({ breach: null, redacted });
  });

  it('forgets nobody who is still there, and no seal changes in the name of forgetting', async () => {
    const [li] = await app.database.query<{ id: string }>(`select id from users where username = 'sales.li'`);
    const context = JSON.stringify({ actorId: person, actorName: 'x', action: 'x' });
    const forget = `do $$ begin perform set_config('juke.context', '${context}', true); call audit_forget('${li!.id}'); end $$`;
    await expect(app.nest.get(Rows).pool().query(forget)).rejects.toThrow('Only a person who was removed');
    await expect(
      app.database.query(
        `do $$ begin perform set_config('juke.forgets', '${person}', true); update audit_seals set hash = ''; end $$`,
      ),
    ).rejects.toThrow('append-only');
  });
});
