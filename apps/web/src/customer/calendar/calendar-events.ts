import type { EventInput } from '@fullcalendar/core';
import type { CalendarEntry, Time } from './calendar.queries';
import { fromWall, toWall } from './company-clock';

/** The calendar is drawn on the company's clock: it is given what that clock shows, and no zone. */
export function toEvent(entry: CalendarEntry, title: string): EventInput {
  const mayMove = entry.allowedActions.includes('move');
  return {
    id: `${entry.kind} ${entry.id}`,
    title,
    allDay: entry.day !== null,
    start: entry.day ?? toWall(entry.startsAt!),
    ...(entry.endsAt && { end: toWall(entry.endsAt) }),
    startEditable: mayMove,
    durationEditable: mayMove && entry.day === null,
    classNames: ['entry', `entry-${entry.kind}`, ...(entry.isDone ? ['entry-done'] : [])],
    extendedProps: { entry },
  };
}

interface Drawn {
  readonly allDay: boolean;
  readonly startStr: string;
  readonly endStr: string;
}

/** Where it was put. */
export const timeOf = ({ allDay, startStr, endStr }: Drawn): Time =>
  allDay
    ? { day: startStr.slice(0, 10) }
    : { startsAt: fromWall(startStr), endsAt: fromWall(endStr || startStr) };
