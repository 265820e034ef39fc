import { addDays, companyDay, mondayOf, readPeriod, readReportDay } from './report-days.js';

describe('Days of reports', () => {
  it('are those of the company’s clock', () => {
    expect(companyDay(new Date('2026-11-26T15:30:00Z'))).toBe('2026-11-26');
    expect(companyDay(new Date('2026-11-26T16:00:00Z'))).toBe('2026-11-27');
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  });

  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-26', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
  ])('%s lies in the week of %s', (day, monday) => {
    expect(mondayOf(day)).toBe(monday);
  });

  it('are this week where nothing is asked for', () => {
    expect(readPeriod({}, '2026-11-26')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(readPeriod({ from: '2026-11-01', to: '2026-11-30' }, '2026-11-26')).toMatchObject({
      to: '2026-11-30',
    });
    expect(readReportDay({}, '2026-11-26')).toBe('2026-11-26');
  });

  it.each([
    { from: '2026-11-02', to: '2026-11-01' },
    { from: '2026-01-01', to: '2026-12-01' },
    { from: '9999-12-31', to: '9999-12-31' },
    { from: 'x' },
    { from: ['2026-11-01', '2026-11-02'] },
    { since: '2026-11-01' },
  ])('refuse the period %j', (query) => {
    expect(() => readPeriod(query, '2026-11-26')).toThrow();
  });

  it('refuse a report of tomorrow', () => {
    expect(() => readReportDay({ day: '2026-11-27' }, '2026-11-26')).toThrow();
  });
});
