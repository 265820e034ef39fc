import { SqlMigration } from '../database/sql-migration.js';

export class AuditTimes1761000000016 extends SqlMigration {
  readonly name = 'AuditTimes1761000000016';
  // Entries lie in order of time, so a summary of each stretch finds a day of years and costs a write next to nothing.
  protected readonly sql = `
    create index ix_audit_entries_occurred_at on audit_entries using brin (occurred_at) with (pages_per_range = 32);
  `;
}
