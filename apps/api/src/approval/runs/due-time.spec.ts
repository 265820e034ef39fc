import { after } from './due-time.js';

/** On the company's clock, eight hours ahead. */
const at = (text: string): Date => new Date(`${text}:00+08:00`);

describe('A deadline', () => {
  it.each([
    ['2026-11-25T10:00', 2, 'days', '2026-11-27T10:00'],
    ['2026-11-25T10:00', 5, 'hours', '2026-11-25T15:00'],
    ['2026-11-25T16:00', 3, 'working-hours', '2026-11-26T10:00'],
    ['2026-11-25T10:00', 1, 'working-days', '2026-11-26T10:00'],
    // Friday afternoon; Saturday and Sunday do not count.
    ['2026-11-27T17:00', 2, 'working-hours', '2026-11-30T10:00'],
    ['2026-11-28T12:00', 1, 'working-hours', '2026-11-30T10:00'],
    ['2026-11-27T20:00', 1, 'working-days', '2026-11-30T18:00'],
    ['2026-11-25T06:00', 1, 'working-hours', '2026-11-25T10:00'],
  ] as const)('%s + %i %s is %s', (from, amount, unit, expected) => {
    expect(after(at(from), amount, unit)).toEqual(at(expected));
  });
});
