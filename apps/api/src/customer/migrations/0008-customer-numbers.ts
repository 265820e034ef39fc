import { SqlMigration } from '../../platform/database/sql-migration.js';

export class CustomerNumbers1761000000008 extends SqlMigration {
  readonly name = 'CustomerNumbers1761000000008';
  // lpad also cuts: the millionth customer would have got the number of the hundred-thousandth.
  protected readonly sql = `
    alter table customers
      alter column number set default 'K' || to_char(nextval('customer_numbers'), 'FM999999999999000000');
  `;
}
