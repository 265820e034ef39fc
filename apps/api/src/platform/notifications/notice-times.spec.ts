import { digestBounds, quietUntil } from './notice-times.js';

/** The company's clock is eight hours ahead of UTC. */
const at = (wall: string): Date => new Date(`${wall}:30+08:00`);
const sharp = (wall: string): Date => new Date(`${wall}:00+08:00`);

describe('Quiet hours', () => {
  it.each([
    ['2026-03-04T23:10', '22:00', '07:30', '2026-03-05T07:30'],
    ['2026-03-05T06:00', '22:00', '07:30', '2026-03-05T07:30'],
    ['2026-03-05T12:15', '12:00', '14:00', '2026-03-05T14:00'],
  ])('at %s from %s to %s last until %s', (now, from, to, until) =>
    expect(quietUntil(at(now), from, to)).toEqual(sharp(until)),
  );

  it.each([
    ['2026-03-05T07:30', '22:00', '07:30'],
    ['2026-03-05T21:59', '22:00', '07:30'],
    ['2026-03-05T14:00', '12:00', '14:00'],
    ['2026-03-05T12:00', '12:00', '12:00'],
  ])('do not hold at %s from %s to %s', (now, from, to) =>
    expect(quietUntil(at(now), from, to)).toBeUndefined(),
  );

  it('are none where none were chosen', () =>
    expect(quietUntil(at('2026-03-05T03:00'), null, null)).toBeUndefined());
});

describe('Digests', () => {
  it.each([
    // A Thursday before and after eight, a Monday before and after eight.
    ['2026-03-05T07:59', '2026-03-04T08:00', '2026-03-02T08:00'],
    ['2026-03-05T08:00', '2026-03-05T08:00', '2026-03-02T08:00'],
    ['2026-03-09T07:00', '2026-03-08T08:00', '2026-03-02T08:00'],
    ['2026-03-09T08:00', '2026-03-09T08:00', '2026-03-09T08:00'],
  ])('at %s hold what came before %s, and before %s', (now, daily, weekly) =>
    expect(digestBounds(at(now))).toEqual({ daily: sharp(daily), weekly: sharp(weekly) }),
  );
});
