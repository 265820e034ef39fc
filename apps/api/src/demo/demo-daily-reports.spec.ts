import { demoDailyReports } from './demo-daily-reports.js';
import { Random } from './random.js';

describe('Daily reports of the demo company', () => {
  it.each(['2026-11-26T03:00:00Z', '2026-11-29T15:59:00Z', '2026-11-30T00:00:00Z'])(
    'at %s are of working days before today, with one that is missing',
    (now) => {
      const reports = demoDailyReports(new Random(1), new Date(now));
      const days = [...new Set(reports.map(({ day }) => day))];
      expect(days).toHaveLength(10);
      expect(days.every((day) => day < now.slice(0, 10))).toBe(true);
      expect(days.some((day) => [0, 6].includes(new Date(day).getUTCDay()))).toBe(false);
      expect(reports.filter(({ day }) => day === days[0]).map(({ username }) => username)).toEqual([
        'sales.li',
        'sales.zhao',
      ]);
    },
  );
});
