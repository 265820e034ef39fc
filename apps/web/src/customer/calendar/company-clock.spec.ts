import { describe, expect, it } from 'vitest';
import { addDays, addMinutes, dayOf, fromWall, nextHalfHour, toWall } from './company-clock';

describe('The company’s clock', () => {
  it('is the same there and back, wherever the reader is', () => {
    expect(toWall('2026-03-02T15:30:00Z')).toBe('2026-03-02T23:30:00');
    expect(fromWall('2026-03-02T23:30')).toBe('2026-03-02T15:30:00.000Z');
    expect(fromWall('2026-03-02T23:30:00Z')).toBe('2026-03-02T15:30:00.000Z');
    expect(dayOf('2026-03-02T16:00:00Z')).toBe('2026-03-03');
  });

  it('counts days over the ends of months, and minutes over midnight', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(addMinutes('2026-03-02T15:45:00Z', 30)).toBe('2026-03-02T16:15:00.000Z');
    expect(nextHalfHour(Date.parse('2026-03-02T15:31:00Z'))).toBe('2026-03-02T16:00:00.000Z');
  });
});
