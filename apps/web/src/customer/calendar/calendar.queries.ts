import type { Schema } from '@juke/api-client';
import { useMutation, useQuery } from '@pinia/colada';
import { tryOnScopeDispose, useThrottleFn } from '@vueuse/core';
import { bodyOf, client } from '../../shared/api/client';
import { useRefresh } from '../../shared/api/useRefresh';
import { onLiveEvent, type RecordEvent } from '../../shared/events/event-stream';

export type CalendarEntry = Schema<'CalendarEntryDto'>;
export type Appointment = Schema<'AppointmentDto'>;
export type AppointmentValues = Schema<'CreateAppointmentDto'>;
type Result = Schema<'CompleteAppointmentDto'>;

export interface CalendarRange {
  readonly from: string;
  readonly to: string;
  readonly ownerIds: readonly string[];
  readonly kinds?: readonly string[];
}

/** What is done with an appointment shows in the calendar, and, done, at its customer. */
const STALE = ['calendar', 'appointments'];
const STALE_WHEN_DONE = [...STALE, 'activities', 'customers'];
/** Records that stand in calendars. */
const SHOWN = new Set(['appointment', 'activity', 'task', 'customer', 'opportunity']);

const versioned = ({ id, version }: { id: string; version: number }) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

/** Some days of some people; what others change meanwhile shows by itself. */
export function useCalendar(range: () => CalendarRange) {
  const refresh = useRefresh();
  const reread = useThrottleFn(() => refresh('calendar'), 1_500, true);
  const { off } = onLiveEvent(({ data }) => {
    if (SHOWN.has((data as Partial<RecordEvent> | null)?.resource ?? '')) void reread();
  });
  tryOnScopeDispose(off);
  return useQuery({
    key: () => ['calendar', { ...range() }],
    query: ({ signal }) => {
      const { from, to, ownerIds, kinds = [] } = range();
      const query = { dayFrom: from, dayTo: to, ownerId: [...ownerIds], kind: [...kinds] };
      return bodyOf(client.GET('/api/v1/calendar', { params: { query }, signal }));
    },
    placeholderData: (previous) => previous,
  });
}

export const useAppointment = (id: () => string) =>
  useQuery({
    key: () => ['appointments', 'one', id()],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/appointments/{id}', { params: { path: { id: id() } }, signal })),
  });

export const useTask = (id: () => string) =>
  useQuery({
    key: () => ['tasks', 'one', id()],
    query: ({ signal }) =>
      bodyOf(client.GET('/api/v1/tasks/{id}', { params: { path: { id: id() } }, signal })),
  });

export function useSaveAppointment() {
  const refresh = useRefresh();
  return useMutation({
    mutation: ({ record, values }: { record?: Appointment; values: AppointmentValues }) =>
      bodyOf(
        record
          ? client.PATCH('/api/v1/appointments/{id}', { ...versioned(record), body: values })
          : client.POST('/api/v1/appointments', { body: values }),
      ),
    onSettled: () => refresh(...STALE),
  });
}

export function useCompleteAppointment() {
  const refresh = useRefresh();
  return useMutation({
    mutation: ({ record, values }: { record: Appointment; values: Result }) =>
      bodyOf(client.POST('/api/v1/appointments/{id}/complete', { ...versioned(record), body: values })),
    onSettled: () => refresh(...STALE_WHEN_DONE),
  });
}

export function useDeleteAppointment() {
  const refresh = useRefresh();
  return useMutation({
    mutation: (record: Appointment) => client.DELETE('/api/v1/appointments/{id}', versioned(record)),
    onSettled: () => refresh(...STALE),
  });
}

/** A day, or from one instant to another. */
export type Time = { readonly day: string } | { readonly startsAt: string; readonly endsAt: string };
export type Movable = Pick<CalendarEntry, 'id' | 'kind' | 'version'>;

type Versioned = ReturnType<typeof versioned>;
/** What its day is, of each kind that has one. */
const DAY_MOVES: Record<string, (at: Versioned, day: string) => Promise<unknown>> = {
  task: (at, dueOn) => client.PATCH('/api/v1/tasks/{id}', { ...at, body: { dueOn } }),
  'follow-up': (at, nextFollowUpOn) =>
    client.PATCH('/api/v1/customers/{id}', { ...at, body: { nextFollowUpOn } }),
  closing: (at, expectedCloseOn) =>
    client.PATCH('/api/v1/opportunities/{id}', { ...at, body: { expectedCloseOn } }),
};

/** To another time, on the version that was seen; the calendar then shows what the server has, whatever came of it. */
export function useMoveEntry() {
  const refresh = useRefresh();
  return useMutation({
    mutation: async ({ entry, to }: { entry: Movable; to: Time }): Promise<void> => {
      const at = versioned(entry);
      if ('day' in to) await DAY_MOVES[entry.kind]?.(at, to.day);
      else await client.PATCH('/api/v1/appointments/{id}', { ...at, body: to });
    },
    onSettled: () => refresh(...STALE, 'tasks', 'customers', 'opportunities'),
  });
}
