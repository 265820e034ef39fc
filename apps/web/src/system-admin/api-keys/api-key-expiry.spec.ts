import { describe, expect, it } from 'vitest';
import { expiryAfter, readAddresses } from './api-key-expiry';

describe('A new key', () => {
  it('ends after the days chosen, or never', () => {
    expect(expiryAfter(30, Date.UTC(2026, 0, 1))).toBe('2026-01-31T00:00:00.000Z');
    expect(expiryAfter(0)).toBeNull();
  });

  it('takes addresses however they are typed', () => {
    expect(readAddresses(' 10.0.0.0/8，203.0.113.7\n2001:db8::/32; ')).toEqual([
      '10.0.0.0/8',
      '203.0.113.7',
      '2001:db8::/32',
    ]);
    expect(readAddresses('  ')).toEqual([]);
  });
});
