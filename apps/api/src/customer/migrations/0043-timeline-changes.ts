import { SqlMigration } from '../../platform/database/sql-migration.js';

export class TimelineChanges1761000000043 extends SqlMigration {
  readonly name = 'TimelineChanges1761000000043';
  protected readonly sql = `
    -- Whether an audited change is one that a person made of a field: not what follows from an activity, has an entry of its own, or goes with another.
    create function is_change_of_fields(after jsonb) returns boolean language sql immutable parallel safe
      return (after - array['last_contact_at', 'next_follow_up_on', 'stage', 'life_cycle', 'department_id', 'deleted_at', 'deleted_by']) <> '{}'::jsonb;

    -- The timeline walks by these: a customer may have thousands of entries that tell nothing.
    create index ix_audit_entries_field_changes on audit_entries (record_id, occurred_at, id)
      where resource in ('customer', 'contact') and operation = 'update' and is_change_of_fields(after);
  `;
}
