import { SqlMigration } from '../../platform/database/sql-migration.js';

export class SalesFacts1761000000007 extends SqlMigration {
  readonly name = 'SalesFacts1761000000007';
  protected readonly sql = `
    -- One row an order line with every angle it is looked at from. Statistics read this and no module's tables.
    create view sales_facts as
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
        left join users u on u.id = o.owner_id;
  `;
}
