import type { AuditEntry } from '../../shared/api/contract';
import { changesOf, type FieldChange } from '../../shared/history/audit-changes';

/** Everything an entry knows: of a change what changed, of an added or deleted record each field it had. */
export function columnsOf(entry: AuditEntry): FieldChange[] {
  if (entry.operation === 'update') return changesOf(entry);
  const all =
    entry.operation === 'insert' ? { before: {}, after: entry.after } : { before: entry.before, after: {} };
  return changesOf({ ...entry, ...all, operation: 'update' });
}
