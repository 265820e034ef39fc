import { describe, expect, it } from 'vitest';
import type { CalendarEntry } from './calendar.queries';
import { timeOf, toEvent } from './calendar-events';

const entry = (fields: Partial<CalendarEntry>): CalendarEntry => ({
  id: '1',
  kind: 'appointment',
  day: null,
  startsAt: '2026-03-02T15:30:00Z',
  endsAt: '2026-03-02T16:30:00Z',
  what: 'visit',
  title: '融氏食品',
  customerId: null,
  customerName: null,
  isDone: false,
  ownerId: '2',
  ownerName: '李娜',
  version: 3,
  allowedActions: ['move'],
  ...fields,
});

describe('Events of the calendar', () => {
  it('stand where the company’s clock has them', () => {
    expect(toEvent(entry({}), 'x')).toMatchObject({
      start: '2026-03-02T23:30:00',
      end: '2026-03-03T00:30:00',
      allDay: false,
      startEditable: true,
      durationEditable: true,
    });
    const task = entry({ kind: 'task', day: '2026-03-02', startsAt: null, endsAt: null });
    expect(toEvent(task, 'x')).toMatchObject({ start: '2026-03-02', allDay: true, durationEditable: false });
  });

  it('do not move where the caller may not move them', () => {
    const event = toEvent(entry({ allowedActions: [], isDone: true }), 'x');
    expect(event).toMatchObject({ startEditable: false, durationEditable: false });
    expect(event.classNames).toContain('entry-done');
  });

  it('say where they were put', () => {
    expect(timeOf({ allDay: true, startStr: '2026-03-05', endStr: '' })).toEqual({ day: '2026-03-05' });
    const drawn = { allDay: false, startStr: '2026-03-05T10:00:00Z', endStr: '2026-03-05T11:00:00Z' };
    expect(timeOf(drawn)).toEqual({
      startsAt: '2026-03-05T02:00:00.000Z',
      endsAt: '2026-03-05T03:00:00.000Z',
    });
  });
});
