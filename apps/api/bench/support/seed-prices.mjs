/** Raise it when the seed changes: databases seeded before are then made anew. */
export const PRICE_SEED_VERSION = 1;

/** Five tables of one kind, for whom each is: everybody, two classes, a province, one customer. */
const TABLES = `
  with made as (
    insert into price_tables (name, kind) values ('T1', 'local'), ('T2', 'local'), ('T3', 'local'), ('T4', 'local'), ('T5', 'agreement') returning id, name)
  insert into price_table_audiences (table_id, customer_class, province, customer_id)
  select m.id, a.class, a.province, a.customer
    from made m join (values ('T2', 'A类', null, null), ('T3', 'B类', null, null), ('T4', null, '上海', null),
                             ('T5', null, null, (select id from customers where number = $1))) as a(name, class, province, customer) on a.name = m.name`;

const PRODUCTS = `
  insert into products (code, name, unit) select 'B' || i, '产品 ' || i, '吨' from generate_series(1, $1::int) as i`;

/** Twenty revisions, one a quarter over five years; the last one still holds. */
const REVISIONS = `
  insert into price_revisions (number, title, state, effective_on, approved_at, owner_id)
  select 'B' || q, '季度调价', 'approved', company_today() - (20 - q) * 91, now(), (select id from users where username = 'pricing')
    from generate_series(1, 20) as q`;

const PRICES = `
  insert into prices (table_id, product_id, unit, min_quantity, price, floor_price, valid, revision_id)
  select t.id, p.id, '吨', 0, 100 + (hashtext(p.code || t.name) & 1023) + q.place, 90 + (hashtext(p.code || t.name) & 1023) + q.place,
         daterange(q.effective_on, q.until), q.id
    from products p cross join price_tables t
   cross join (select r.id, r.effective_on, lead(r.effective_on) over (order by r.effective_on) as until, row_number() over (order by r.effective_on) as place
                 from price_revisions r where r.number like 'B%') q
   where p.code like 'B%' and t.name in ('T1', 'T2', 'T3', 'T4', 'T5')`;

/**
 * Five years of prices in five tables, a hundred for each product. Triggers are off, constraints and indexes come after the rows.
 * @param {import('pg').Client} client as superuser, on a database with the demo company
 * @param {number} products
 */
export async function seedPrices(client, products) {
  await client.query(`set session_replication_role = replica`);
  await client.query(`set maintenance_work_mem = '512MB'`);
  const { rows: customers } = await client.query(
    `select number from customers where customer_class = 'A类' and deleted_at is null order by number limit 1`,
  );
  await client.query(TABLES, [customers[0].number]);
  await client.query(PRODUCTS, [products]);
  await client.query(REVISIONS);
  const { rows: made } = await client.query(
    `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'ex_prices_valid'`,
  );
  const { rows: indexes } = await client.query(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
      where indrelid = 'prices'::regclass and not indisprimary and not indisexclusion`,
  );
  await client.query(`alter table prices drop constraint ex_prices_valid`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  await client.query(PRICES);
  for (const { definition } of indexes) await client.query(definition);
  await client.query(`alter table prices add constraint ex_prices_valid ${made[0].definition}`);
  await client.query(`set session_replication_role = default`);
  await client.query('vacuum analyze');
}
