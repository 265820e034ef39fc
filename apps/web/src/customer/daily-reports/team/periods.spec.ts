import { describe, expect, it } from 'vitest';
import type { LocationQuery } from 'vue-router';
import { companyToday, periodInQuery, periodOf, presetOf } from './periods';

describe('Periods of the team page', () => {
  it.each([
    ['today', '2026-03-01', '2026-03-01', '2026-03-01'],
    ['yesterday', '2026-03-01', '2026-02-28', '2026-02-28'],
    ['thisWeek', '2026-03-01', '2026-02-23', '2026-03-01'],
    ['lastWeek', '2026-03-02', '2026-02-23', '2026-03-01'],
    ['thisMonth', '2026-02-10', '2026-02-01', '2026-02-28'],
    ['lastMonth', '2026-01-31', '2025-12-01', '2025-12-31'],
  ] as const)('%s on %s is %s to %s', (preset, today, from, to) => {
    expect(periodOf(preset, today)).toEqual({ from, to });
    expect(periodOf(presetOf({ from, to }, today)!, today)).toEqual({ from, to });
  });

  it('come from the address, and are this week where it says nothing sensible', () => {
    const period = { from: '2026-01-05', to: '2026-01-20' };
    expect(periodInQuery(period, '2026-03-01')).toEqual(period);
    expect(presetOf(period, '2026-03-01')).toBeUndefined();
    const senseless: LocationQuery[] = [{}, { from: '2026-01-05' }, { from: '2026-02-05', to: '2026-02-01' }];
    for (const query of senseless)
      expect(periodInQuery(query, '2026-03-01')).toEqual({ from: '2026-02-23', to: '2026-03-01' });
  });

  it('know the company’s day', () => {
    expect(companyToday(new Date('2026-11-26T16:30:00Z'))).toBe('2026-11-27');
  });
});
