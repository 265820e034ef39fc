import { CITIES, CLASSES, NAME_PARTS, namePartInitials } from './company-names.mjs';

/** Raise it when the seed changes: databases seeded before are then made anew. */
export const SEED_VERSION = 1;

const PARTS = Object.keys(NAME_PARTS);

/** One random part of a name; `texts` are parameter $1…$5, their initials $6…$10. */
const index = (part, position) =>
  `1 + floor(random() * ${NAME_PARTS[part].length})::int as ${part}, $${position + 1}::text[] as ${part}s, $${position + 6}::text[] as ${part}_initials`;
const glue = (suffix) => PARTS.map((part) => `${part}${suffix}[${part}]`).join(' || ');

/** Entered over five years up to now, in the order of their ids, as a company that has run that long would have it. */
const INSERT = `
  insert into customers (number, name, initials, kind, stage, customer_class, province, city, address, phone, source,
                         territory_id, owner_id, department_id, created_at, updated_at)
  select 'K' || to_char(r.i, 'FM999999999999000000'), ${glue('s')}, ${glue('_initials')}, 'organisation', case when r.stage < 0.3 then 'potential' else 'formal' end,
         ($11::text[])[r.class], ($12::text[])[r.place], ($1::text[])[r.place], ($1::text[])[r.place] || '路' || (r.i % 990 + 1) || '号',
         '1' || (array[3, 5, 7, 8])[1 + r.i % 4] || lpad(floor(r.phone * 1e9)::bigint::text, 9, '0'), 'imported',
         t.ids[1 + r.i % cardinality(t.ids)], o.ids[r.owner], o.departments[r.owner], r.entered, r.entered
    from (select i, random() as stage, random() as phone, 1 + floor(random() * ${CLASSES.length})::int as class,
                 1 + floor(random() * $13::int)::int as owner, now() - ($14::int - i) * (interval '5 years' / $14::int) as entered,
                 ${PARTS.map(index).join(', ')}
            from generate_series(1, $14::int) as i) r,
         (select array_agg(id order by name) as ids from territories) t,
         (select array_agg(id order by username) as ids, array_agg(department_id order by username) as departments
            from users where username ~ '^(sales|manager)') o`;

/**
 * Fills `customers` with companies. Triggers are off and the secondary indexes are built after the rows: a million in
 * minutes. Deterministic but for the ids and the times of entry.
 * @param {import('pg').Client} client as superuser, on a database with the demo people
 * @param {number} rows
 */
export async function seedCustomers(client, rows) {
  await client.query(`set session_replication_role = replica`);
  await client.query(`set maintenance_work_mem = '256MB'`);
  const { rows: indexes } = await client.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index where indrelid = 'customers'::regclass and not indisprimary`,
  );
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  const { rows: owners } = await client.query(
    `select count(*)::int as count from users where username ~ '^(sales|manager)'`,
  );
  const initials = namePartInitials();
  await client.query(`select setseed(0.42)`);
  await client.query(INSERT, [
    ...PARTS.map((part) => NAME_PARTS[part]),
    ...PARTS.map((part) => initials[part]),
    CLASSES,
    CITIES.map(([province]) => province),
    owners[0].count,
    rows,
  ]);
  for (const { definition } of indexes) await client.query(definition);
  // Triggers were off, so the numbers were given here: the count goes on after them.
  await client.query(
    `select setval(number_sequence(id, '')::regclass, $1) from numbering_rules where resource = 'customer'`,
    [rows],
  );
  await client.query(`set session_replication_role = default`);
  await client.query('vacuum analyze');
}
