import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../api/contract';
import { changesOf } from './audit-changes';

const entry = (part: Partial<AuditEntry>) =>
  ({ operation: 'update', resource: 'customer', before: {}, after: {}, ...part }) as AuditEntry;

describe('Audit changes', () => {
  it('name the fields as the API does and leave technical columns out', () => {
    const changes = changesOf(
      entry({
        before: { owner_id: 'a', version: 1, phone: '1', city: 'X', customer_class: 'A', initials: 'a' },
        after: { owner_id: 'b', version: 2, phone: '1', city: null, customer_class: 'B', initials: 'b' },
      }),
    );
    expect(changes).toEqual([
      { field: 'ownerId', before: 'a', after: 'b' },
      { field: 'city', before: 'X', after: null },
      { field: 'class', before: 'A', after: 'B' },
    ]);
  });

  it('list nothing for a new record', () => {
    expect(changesOf(entry({ operation: 'insert', after: { name: 'A' } }))).toEqual([]);
  });
});
