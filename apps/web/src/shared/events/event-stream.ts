import { createEventHook } from '@vueuse/core';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { authorizedFetch, mayHaveSession } from '../api/access';
import type { Job, Notification } from '../api/contract';

/** What the server tells as it happens, by event name. */
export interface LiveEvents {
  'job.changed': Job;
  'notification.created': Pick<Notification, 'id' | 'kind' | 'params' | 'link'>;
}
export type LiveEventName = keyof LiveEvents;

/** Any other event tells of a record: `customer.changed`, `user.created`. */
export interface RecordEvent {
  readonly resource: string;
  readonly id: string | null;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** Back-off with jitter, so that all browsers do not return in the same second after a restart. */
export const waitBefore = (attempt: number, random = Math.random()): number =>
  Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** attempt) * (0.5 + random / 2);

const received = createEventHook<{ name: string; data: unknown }>();
/** Fires after a reconnect: what happened in between may have been missed. */
const resumed = createEventHook<void>();
export const onLiveEvent = received.on;
export const onLiveResumed = resumed.on;

/**
 * `EventSource` cannot send an Authorization header, so the stream is read over fetch. Runs until aborted or signed out;
 * reconnects with `Last-Event-ID`.
 */
export async function listenLive(signal: AbortSignal): Promise<void> {
  let lastId = '';
  let attempt = 0;
  let wasConnected = false;
  while (!signal.aborted && mayHaveSession()) {
    try {
      const headers = { Accept: 'text/event-stream', ...(lastId && { 'Last-Event-ID': lastId }) };
      const response = await authorizedFetch(
        new Request(new URL('/api/v1/events', location.origin), {
          headers,
          signal,
          credentials: 'same-origin',
        }),
      );
      if (response.status === 401 || response.status === 403) return;
      if (!response.ok || !response.body) throw new Error(`The event stream answered ${response.status}.`);
      attempt = 0;
      if (wasConnected) await resumed.trigger();
      wasConnected = true;
      const events = response.body
        .pipeThrough(new TextDecoderStream())
        .pipeThrough(new EventSourceParserStream());
      for await (const event of readAll(events)) {
        if (event.id) lastId = event.id;
        if (event.event)
          await received.trigger({ name: event.event, data: JSON.parse(event.data) as unknown });
      }
    } catch {
      if (signal.aborted) return;
    }
    await new Promise((resolve) => setTimeout(resolve, waitBefore(attempt++)));
  }
}

/** Safari's streams are not async-iterable. */
async function* readAll<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
