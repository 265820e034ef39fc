import { SqlMigration } from '../../platform/database/sql-migration.js';

export class RoleNames1761000000013 extends SqlMigration {
  readonly name = 'RoleNames1761000000013';
  // Two roles of one name could not be told apart where they are given.
  protected readonly sql = `
    alter table roles add constraint uq_roles_name unique (name);
    alter table roles add constraint ck_roles_name check (name <> '');
  `;
}
