import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dropAccess, grantAccess } from '../api/access';
import type { SignedIn } from '../api/contract';
import { listenLive, onLiveEvent, onLiveResumed, waitBefore } from './event-stream';

/** Answers the stream in two pieces that cut an event in the middle, then ends it. */
const streamOf = (...pieces: string[]) =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece));
        controller.close();
      },
    }),
  );

describe('Live events', () => {
  beforeEach(() => grantAccess({ accessToken: 'token', expiresIn: 900 } as SignedIn));
  afterEach(() => {
    dropAccess();
    vi.unstubAllGlobals();
  });

  it('are read whole from a cut stream, and continued from the last one after it broke', async () => {
    const asked: (string | null)[] = [];
    const end = new AbortController();
    vi.stubGlobal('fetch', async (request: Request) => {
      asked.push(request.headers.get('Last-Event-ID'));
      if (asked.length > 1) {
        end.abort();
        return streamOf(': still here\n\n');
      }
      return streamOf('id: 7\nevent: job.chan', 'ged\ndata: {"id":"j1"}\n\n');
    });
    const heard: unknown[] = [];
    const resumed = vi.fn();
    const offs = [onLiveEvent((event) => void heard.push(event)).off, onLiveResumed(resumed).off];
    await listenLive(end.signal);
    for (const off of offs) off();
    expect(heard).toEqual([{ name: 'job.changed', data: { id: 'j1' } }]);
    expect(asked).toEqual([null, '7']);
    expect(resumed).toHaveBeenCalledTimes(1);
  });

  it('are not asked for again by who has signed out', async () => {
    const asked = vi.fn(async () => {
      dropAccess();
      return streamOf(': the session is over\n\n');
    });
    vi.stubGlobal('fetch', asked);
    await listenLive(new AbortController().signal);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('wait longer after each failed attempt, up to half a minute', () => {
    expect([0, 1, 2, 9].map((attempt) => waitBefore(attempt, 1))).toEqual([1000, 2000, 4000, 30_000]);
    expect(waitBefore(0, 0)).toBe(500);
  });
});
