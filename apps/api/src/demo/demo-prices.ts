import type { Unit } from '../platform/database/unit-of-work.js';
import { DEMO_PRODUCTS } from './demo-catalogue.js';

/** What a demo table asks in proportion to the list price of a product, and for whom. */
const TABLES = [
  { name: '外运价格表', kind: 'outbound', rate: 1, class: null },
  { name: '地销价格表', kind: 'local', rate: 0.97, class: null },
  { name: '地销价格表 重点客户', kind: 'local', rate: 0.94, class: '重点客户' },
  { name: '公司内部价格表', kind: 'internal', rate: 0.9, class: null },
  { name: '自用价格表', kind: 'own-use', rate: 0.88, class: null },
] as const;

/** Revisions, days ago, with the level of prices they brought to which products; one is still to come, one not yet submitted. */
const REVISIONS = [
  { title: '基础价格', daysAgo: 900, level: 0.92, codes: '%', state: 'approved' },
  { title: '年度调价', daysAgo: 420, level: 0.97, codes: '%', state: 'approved' },
  { title: '采暖季调价', daysAgo: 45, level: 1, codes: '%', state: 'approved' },
  { title: '煤炭下季度调价', daysAgo: -60, level: 0.985, codes: 'MT-%', state: 'approved' },
  { title: '化工产品季度调价', daysAgo: -21, level: 1.018, codes: 'HG-%', state: 'draft' },
] as const;

const ADD_TABLES = `
  with added as (
    insert into price_tables (name, kind) select d.name, d.kind from jsonb_to_recordset($1::jsonb) as d(name text, kind text) returning id, name)
  insert into price_table_audiences (table_id, customer_class)
  select a.id, d.class from added a join jsonb_to_recordset($1::jsonb) as d(name text, class text) on d.name = a.name where d.class is not null`;

const ADD_COSTS = `
  insert into product_costs (product_id, cost, valid)
  select p.id, round(d.price * d.rate, 2), daterange(company_today() - 900, null)
    from jsonb_to_recordset($1::jsonb) as d(code text, price numeric, rate numeric) join products p on p.code = d.code`;

const ADD_UNITS = `
  insert into product_units (product_id, unit, factor) select p.id, '车', 32 from products p where p.code like 'MT-%'
  union all select p.id, '千克', 0.001 from products p where p.code like 'SP-%' and p.unit = '吨'`;

const ADD_RIVALS = `
  insert into competitor_prices (product_id, competitor, price, observed_on)
  select p.id, r.name, round(d.price * r.rate, 2), company_today() - r.days
    from jsonb_to_recordset($1::jsonb) as d(code text, price numeric) join products p on p.code = d.code
   cross join (values ('晋北能源', 1.02, 20), ('同德煤业', 0.98, 12)) as r(name, rate, days) where d.code like 'MT-%'`;

const ADD_REVISION = `
  insert into price_revisions (title, state, effective_on, reason, approved_at, owner_id, department_id)
  select $1, $3, company_today() - $2::int, '演示数据',
         case when $3 = 'approved' then now() - make_interval(days => greatest($2::int, 0) + 3) end, u.id, u.department_id
    from users u where u.username = 'pricing' returning id`;

/** Amounts in whole fen; bulk goods get a price for large quantities too. */
const ADD_LINES = `
  insert into price_revision_lines (revision_id, table_id, product_id, unit, min_quantity, price, floor_price)
  select $2, t.id, p.id, p.unit, b.least, round(d.price * n.rate * $3 * b.rate, 2), round(d.price * n.rate * $3 * b.rate * 0.95, 2)
    from jsonb_to_recordset($1::jsonb) as d(code text, price numeric)
    join products p on p.code = d.code
   cross join jsonb_to_recordset($4::jsonb) as n(name text, rate numeric) join price_tables t on t.name = n.name
    join (values (0, 1), (300, 0.98)) as b(least, rate) on b.least = 0 or p.code like 'MT-%'
   where p.code like $5`;

/** What the reviewers saw beside each new price. */
const ADD_COMPARISON = `
  update price_revision_lines l set old_price = e.price, old_floor_price = e.floor_price, cost = k.cost, rival_price = k.rival
    from price_revisions r
    join price_revision_lines n on n.revision_id = r.id
    join lateral (select (select m.cost from product_costs m where m.product_id = n.product_id and m.valid @> r.effective_on) as cost,
                         (select min(m.price) from competitor_prices m where m.product_id = n.product_id) as rival) k on true
    left join lateral (
      select o.price, o.floor_price from price_revision_lines o join price_revisions before on before.id = o.revision_id
       where o.table_id = n.table_id and o.product_id = n.product_id and o.unit = n.unit and o.min_quantity = n.min_quantity
         and before.state = 'approved' and before.effective_on < r.effective_on
       order by before.effective_on desc limit 1) e on true
   where n.id = l.id and r.state = 'approved'`;

const ADD_PRICES = `
  insert into prices (table_id, product_id, unit, min_quantity, price, floor_price, valid, revision_id, ended_by)
  select l.table_id, l.product_id, l.unit, l.min_quantity, l.price, l.floor_price,
         daterange(r.effective_on, lead(r.effective_on) over same), r.id, lead(r.id) over same
    from price_revision_lines l join price_revisions r on r.id = l.revision_id where r.state = 'approved'
  window same as (partition by l.table_id, l.product_id, l.unit, l.min_quantity order by r.effective_on)`;

const ADD_PROMOTION = `
  insert into promotions (name, state, valid, customer_classes, category_ids, method, value, min_quantity, total_limit, note)
  select '食品添加剂 年末优惠', 'active', daterange(company_today() - 10, company_today() + 40), '{A类,重点客户}', array[c.id], 'percent', 0.03, 5, 800, '演示数据'
    from product_categories c where c.name = '食品添加剂'`;

/** Price tables with two and a half years of reviewed prices, costs, other units, and what competitors ask. */
export async function addDemoPrices(unit: Unit): Promise<void> {
  const goods = JSON.stringify(
    DEMO_PRODUCTS.map(({ code, price, costRate }) => ({ code, price, rate: costRate })),
  );
  const tables = JSON.stringify(TABLES);
  await unit.query(ADD_TABLES, [tables]);
  for (const text of [ADD_COSTS, ADD_RIVALS]) await unit.query(text, [goods]);
  await unit.query(ADD_UNITS);
  for (const { title, daysAgo, level, codes, state } of REVISIONS) {
    const [revision] = await unit.query<{ id: string }>(ADD_REVISION, [title, daysAgo, state]);
    await unit.query(ADD_LINES, [goods, revision!.id, level, tables, codes]);
  }
  await unit.query(ADD_COMPARISON);
  await unit.query(ADD_PRICES);
  await unit.query(ADD_PROMOTION);
}
