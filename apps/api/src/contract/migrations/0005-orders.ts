import { SqlMigration } from '../../platform/database/sql-migration.js';

export class Orders1761000000005 extends SqlMigration {
  readonly name = 'Orders1761000000005';
  protected readonly sql = `
    -- Other systems repeat order numbers between customers and days, so an order is known by all three.
    create table orders (
      id            uuid not null default uuidv7() constraint pk_orders primary key,
      number        text not null,
      customer_id   uuid not null constraint fk_orders_customer references customers (id),
      ordered_on    date not null,
      shipped_on    date,
      ship_mode     text,
      province      text,
      city          text,
      territory_id  uuid constraint fk_orders_territory references territories (id),
      owner_id      uuid constraint fk_orders_owner references users (id),
      department_id uuid constraint fk_orders_department references departments (id),
      version       int not null default 1,
      created_at    timestamptz not null default now(),
      updated_at    timestamptz not null default now(),
      constraint uq_orders_natural unique (number, customer_id, ordered_on)
    );
    create index ix_orders_customer on orders (customer_id, ordered_on, id);
    create index ix_orders_ordered_on on orders (ordered_on, id);
    create index ix_orders_owner on orders (owner_id, ordered_on, id);
    create index ix_orders_department on orders (department_id, ordered_on, id);

    -- Amounts keep four decimals, as books of other systems carry them; a sum is rounded once, at its end.
    create table order_lines (
      id            uuid not null default uuidv7() constraint pk_order_lines primary key,
      order_id      uuid not null constraint fk_order_lines_order references orders (id),
      line_number   int not null,
      product_id    uuid not null constraint fk_order_lines_product references products (id),
      quantity      numeric(18, 3) not null,
      discount_rate numeric(9, 6) not null default 0,
      sales_amount  numeric(18, 4) not null,
      cost_amount   numeric(18, 4),
      profit        numeric(18, 4) generated always as (sales_amount - cost_amount) stored,
      version       int not null default 1,
      created_at    timestamptz not null default now(),
      updated_at    timestamptz not null default now(),
      constraint uq_order_lines_number unique (order_id, line_number)
    );
    create index ix_order_lines_product on order_lines (product_id);

    call audit_table('orders', 'order');
    call audit_table('order_lines', 'order-line');
  `;
}
