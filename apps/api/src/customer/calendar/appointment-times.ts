import type { Appointment } from './appointment.entity.js';

interface Span {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

const HOUR_MS = 3_600_000;
const DAY_MINUTES = 1440;

/** When it is after a move: it keeps its length where only the beginning is given; a new one takes an hour. */
export function moved(to: { startsAt?: string; endsAt?: string }, from?: Span): Span {
  const startsAt = to.startsAt ? new Date(to.startsAt) : from!.startsAt;
  const length = from ? from.endsAt.getTime() - from.startsAt.getTime() : HOUR_MS;
  const kept = to.startsAt || !from ? new Date(startsAt.getTime() + length) : from.endsAt;
  return { startsAt, endsAt: to.endsAt ? new Date(to.endsAt) : kept };
}

type Planned = Pick<
  Appointment,
  'kind' | 'subject' | 'startsAt' | 'endsAt' | 'customerId' | 'contactId' | 'opportunityId'
>;

/** The activity that it becomes. What is done before its time was done now. */
export function logged(planned: Planned, now: Date) {
  const { kind, subject, startsAt, endsAt, customerId, contactId, opportunityId } = planned;
  const minutes = Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000);
  return {
    kind,
    subject,
    customerId,
    contactId,
    opportunityId,
    occurredAt: (startsAt < now ? startsAt : now).toISOString(),
    durationMinutes: Math.min(minutes, DAY_MINUTES),
  };
}
