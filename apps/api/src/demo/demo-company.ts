import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork, type Unit } from '../platform/database/unit-of-work.js';
import { pinyinInitials } from '../platform/text/pinyin-initials.js';
import { ACTIVITIES, demoActivities, demoTasks, TASKS_OF_CUSTOMERS } from './demo-activities.js';
import { APPOINTMENTS, demoAppointments } from './demo-appointments.js';
import { DemoApprovals } from './demo-approvals.js';
import { demoCustomers, type DemoCustomer } from './demo-books.js';
import { COMPETITORS, DEAL_WAYS, DEALS } from './deal-statements.js';
import { DEMO_COMPETITORS, demoDeals } from './demo-deals.js';
import { DAILY_REPORT_COMMENTS, DAILY_REPORTS, demoDailyReports } from './demo-daily-reports.js';
import { DEMO_PRODUCTS, DEMO_REGIONS } from './demo-catalogue.js';
import { CONTACT_PROFILES, CUSTOMER_RELATIONS } from './demo-contacts.js';
import { masterDataOf, PROFILES } from './demo-master-data.js';
import { addDemoPrices } from './demo-prices.js';
import { Random } from './random.js';

const SEED = 20_260_101;
const BATCH = 3_000;

const CUSTOMERS = `
  insert into customers (number, name, initials, kind, stage, is_dealer, customer_class, territory_id, province, city, phone, owner_id, department_id, source,
    credit_code, importance, industry, channel, region, life_cycle, email)
  select d.number, d.name, d.initials, d.kind, d.stage, d."isDealer", d.class, t.id, d.province, d.city, d.phone, u.id, u.department_id, 'entered',
         d."creditCode", d.importance, d.industry, d.channel, d.region, d."lifeCycle", d.email
    from jsonb_to_recordset($1::jsonb) as d(number text, name text, initials text, kind text, stage text, "isDealer" boolean, class text,
         territory text, province text, city text, phone text, owner text, "creditCode" text, importance text,
         industry text, channel text, region text, "lifeCycle" text, email text)
    join territories t on t.name = d.territory join users u on u.username = d.owner`;
const CONTACTS = `
  insert into contacts (customer_id, name, initials, title, phone, is_primary)
  select c.id, d.name, d.initials, d.title, d.phone, d."isPrimary"
    from jsonb_to_recordset($1::jsonb) as d(customer text, name text, initials text, title text, phone text, "isPrimary" boolean)
    join customers c on c.number = d.customer and c.deleted_at is null`;
const ORDERS = `
  insert into orders (number, customer_id, ordered_on, shipped_on, ship_mode, province, city, territory_id, owner_id, department_id)
  select d.number, c.id, d."orderedOn", d."shippedOn", d."shipMode", c.province, c.city, c.territory_id, c.owner_id, c.department_id
    from jsonb_to_recordset($1::jsonb) as d(number text, customer text, "orderedOn" date, "shippedOn" date, "shipMode" text)
    join customers c on c.number = d.customer and c.deleted_at is null`;
const LINES = `
  insert into order_lines (order_id, line_number, product_id, quantity, discount_rate, sales_amount, cost_amount)
  select o.id, d.line, p.id, d.quantity, d.discount, d.sales, d.cost
    from jsonb_to_recordset($1::jsonb) as d("order" text, line int, product text, quantity numeric, discount numeric, sales numeric, cost numeric)
    join orders o on o.number = d."order" join products p on p.code = d.product`;

/** Fills a new system with a company to try things on. Its people are made by the first run. */
@Injectable()
export class DemoCompany {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly approvals: DemoApprovals,
  ) {}

  async fill(): Promise<void> {
    const now = this.clock.now();
    const customers = demoCustomers(new Random(SEED), now);
    const random = new Random(SEED + 2);
    await this.work.run(SYSTEM_ACTOR, 'demo.fill', async (unit) => {
      await this.addCatalogue(unit);
      await addDemoPrices(unit);
      await insert(
        unit,
        CUSTOMERS,
        customers.map(({ contacts: _contacts, orders, ...one }) =>
          Object.assign(one, masterDataOf({ ...one, orders }, random, now), {
            initials: pinyinInitials(one.name),
          }),
        ),
      );
      await insert(unit, CONTACTS, customers.flatMap(contactsOf));
      for (const text of [...PROFILES, ...CONTACT_PROFILES, CUSTOMER_RELATIONS]) await unit.query(text);
      await insert(unit, ORDERS, customers.flatMap(ordersOf));
      await insert(unit, LINES, customers.flatMap(linesOf));
      await this.addDeals(unit, customers);
      const follow = new Random(SEED + 3);
      await insert(unit, ACTIVITIES, demoActivities(follow, now, customers));
      await insert(unit, TASKS_OF_CUSTOMERS, demoTasks(follow, now, customers));
      await insert(unit, APPOINTMENTS, demoAppointments(new Random(SEED + 4), now, customers));
      const reports = demoDailyReports(new Random(SEED + 5), now);
      await insert(unit, DAILY_REPORTS, reports);
      await insert(unit, DAILY_REPORT_COMMENTS, reports);
    });
    await this.approvals.fill();
    await this.work.run(SYSTEM_ACTOR, 'demo.analyze', (unit) => unit.query('analyze'));
  }

  private async addDeals(unit: Unit, customers: readonly DemoCustomer[]): Promise<void> {
    const deals = demoDeals(new Random(SEED + 1), this.clock.now(), customers);
    const competitors = DEMO_COMPETITORS.map((one, index) => Object.assign({ position: index + 1 }, one));
    await insert(unit, COMPETITORS, competitors);
    await insert(
      unit,
      DEALS,
      deals.map((deal) => Object.assign({ initials: pinyinInitials(deal.name) }, deal)),
    );
    await unit.query(DEAL_WAYS);
  }

  private async addCatalogue(unit: Unit): Promise<void> {
    await insert(
      unit,
      `insert into territories (name, manager_name) select d.territory, d.manager from jsonb_to_recordset($1::jsonb) as d(territory text, manager text)`,
      [...DEMO_REGIONS],
    );
    const products = DEMO_PRODUCTS.map(({ code, name, category, subCategory, brand, unit: measure }) => ({
      code,
      name,
      category,
      subCategory,
      brand,
      unit: measure,
      initials: pinyinInitials(name),
    }));
    const from = `from jsonb_to_recordset($1::jsonb) as d(code text, name text, category text, "subCategory" text, brand text, unit text, initials text)`;
    await insert(unit, `insert into product_categories (name) select distinct d.category ${from}`, products);
    await insert(
      unit,
      `insert into product_categories (name, parent_id) select distinct d."subCategory", c.id ${from} join product_categories c on c.name = d.category and c.parent_id is null`,
      products,
    );
    await insert(unit, `insert into brands (name) select distinct d.brand ${from}`, products);
    await insert(
      unit,
      `insert into products (code, name, initials, category_id, brand_id, unit) select d.code, d.name, d.initials, s.id, b.id, d.unit ${from}
         join product_categories c on c.name = d.category and c.parent_id is null
         join product_categories s on s.parent_id = c.id and s.name = d."subCategory" join brands b on b.name = d.brand`,
      products,
    );
  }
}

async function insert(unit: Unit, text: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH)
    await unit.query(text, [JSON.stringify(rows.slice(from, from + BATCH))]);
}

const contactsOf = ({ number, contacts }: DemoCustomer): object[] =>
  contacts.map((contact) => ({ customer: number, initials: pinyinInitials(contact.name), ...contact }));

const ordersOf = ({ number, orders }: DemoCustomer): object[] =>
  orders.map(({ lines: _lines, ...order }) => ({ customer: number, ...order }));

const linesOf = ({ orders }: DemoCustomer): object[] =>
  orders.flatMap((order) =>
    order.lines.map((line, index) => ({ order: order.number, line: index + 1, ...line })),
  );
