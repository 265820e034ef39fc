import { SqlMigration } from '../../platform/database/sql-migration.js';

/**
 * The last order of each customer of a page is the first entry of an index, but only if the index has the condition that the
 * question has; one that merely includes the column made a page of fifty five times slower.
 */
export class LiveOrders1761000000027 extends SqlMigration {
  readonly name = 'LiveOrders1761000000027';
  protected readonly sql = `
    drop index ix_orders_customer;
    create index ix_orders_customer on orders (customer_id, ordered_on, id) where deleted_at is null;
    -- For the foreign key, which asks for deleted orders too.
    create index ix_orders_customer_any on orders (customer_id);
  `;
}
