import { SqlMigration } from '../database/sql-migration.js';

export class RecycleBin1761000000017 extends SqlMigration {
  readonly name = 'RecycleBin1761000000017';
  protected readonly sql = `
    alter table customers add column deleted_by uuid constraint fk_customers_deleted_by references users (id);
    alter table contacts add column deleted_by uuid constraint fk_contacts_deleted_by references users (id);
    alter table products add column deleted_by uuid constraint fk_products_deleted_by references users (id);
    alter table orders add column deleted_at timestamptz,
                       add column deleted_by uuid constraint fk_orders_deleted_by references users (id);

    -- An order in the bin does not block the same order from being brought in again.
    alter table orders drop constraint uq_orders_natural;
    create unique index uq_orders_natural on orders (number, customer_id, ordered_on) where deleted_at is null;

    -- The list of customers asks for each one's last order: still answered by the index alone.
    drop index ix_orders_customer;
    create index ix_orders_customer on orders (customer_id, ordered_on, id) include (deleted_at);

    create index ix_customers_bin on customers (deleted_at, id) where deleted_at is not null;
    create index ix_contacts_bin on contacts (deleted_at, id) where deleted_at is not null;
    create index ix_products_bin on products (deleted_at, id) where deleted_at is not null;
    create index ix_orders_bin on orders (deleted_at, id) where deleted_at is not null;

    -- As before, without orders in the bin. Sales to a deleted customer, or of a deleted product, were made all the same.
    create or replace view sales_facts as
      select l.id as line_id, o.id as order_id, o.number as order_number, o.ordered_on, o.customer_id, c.name as customer_name,
             c.customer_class, o.province, o.city, o.territory_id, t.name as territory, t.manager_name as manager,
             l.product_id, p.code as product_code, p.name as product_name,
             coalesce(above.name, category.name) as category,
             case when above.id is not null then category.name end as sub_category,
             b.name as brand, o.owner_id, o.department_id, u.display_name as owner,
             l.quantity, l.sales_amount, l.profit, l.discount_rate
        from order_lines l
        join orders o on o.id = l.order_id
        join customers c on c.id = o.customer_id
        join products p on p.id = l.product_id
        left join product_categories category on category.id = p.category_id
        left join product_categories above on above.id = category.parent_id
        left join brands b on b.id = p.brand_id
        left join territories t on t.id = o.territory_id
        left join users u on u.id = o.owner_id
       where o.deleted_at is null;
  `;
}
