import { logged, moved } from './appointment-times.js';

const span = (from: string, to: string) => ({ startsAt: new Date(from), endsAt: new Date(to) });
const PLANNED = span('2026-03-02T15:30:00Z', '2026-03-02T17:00:00Z');

describe('The times of an appointment', () => {
  it.each([
    ['a new one takes an hour', { startsAt: '2026-03-02T15:30:00Z' }, undefined, '15:30', '16:30'],
    ['moved, it keeps its length', { startsAt: '2026-03-02T08:00:00Z' }, PLANNED, '08:00', '09:30'],
    ['only its end moves', { endsAt: '2026-03-02T18:00:00Z' }, PLANNED, '15:30', '18:00'],
    ['nothing moves', {}, PLANNED, '15:30', '17:00'],
  ])('%s', (_, to, from, start, end) => {
    const { startsAt, endsAt } = moved(to, from);
    expect([startsAt, endsAt].map((at) => at.toISOString().slice(11, 16))).toEqual([start, end]);
  });

  it('become those of the activity: as planned, or now where that is still to come', () => {
    const about = {
      kind: 'visit',
      subject: null,
      customerId: null,
      contactId: null,
      opportunityId: null,
    } as const;
    const after = logged({ ...about, ...PLANNED }, new Date('2026-03-03T01:00:00Z'));
    expect(after).toMatchObject({ occurredAt: '2026-03-02T15:30:00.000Z', durationMinutes: 90 });
    const before = logged({ ...about, ...PLANNED }, new Date('2026-03-02T03:00:00Z'));
    expect(before.occurredAt).toBe('2026-03-02T03:00:00.000Z');
    const fair = logged({ ...about, ...span('2026-03-02T00:00:00Z', '2026-03-06T00:00:00Z') }, new Date());
    expect(fair.durationMinutes).toBe(1440);
  });
});
