import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../shared/api/contract';
import { columnsOf } from './entry-columns';

const entry = (part: Partial<AuditEntry>) =>
  ({ resource: 'customer', before: null, after: null, ...part }) as AuditEntry;

describe('Columns of an audit entry', () => {
  it('are all that an added or a deleted record had, without the empty ones', () => {
    const values = { id: 'x', name: 'A', city: null, version: 1 };
    expect(columnsOf(entry({ operation: 'insert', after: values }))).toEqual([
      { field: 'name', before: null, after: 'A' },
    ]);
    expect(columnsOf(entry({ operation: 'delete', before: values }))).toEqual([
      { field: 'name', before: 'A', after: null },
    ]);
  });

  it('are those that changed of a changed one', () => {
    expect(columnsOf(entry({ operation: 'update', before: { city: 'X' }, after: { city: 'Y' } }))).toEqual([
      { field: 'city', before: 'X', after: 'Y' },
    ]);
  });
});
