import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from './problem';

const MB = 1024 * 1024;
/** A server with one upload; `breaks` says before which pieces the line breaks, and how much of them still came. */
const server = { offset: 0, sent: [] as number[], breaks: [] as number[], began: 0, cancelled: 0 };

vi.mock('./client', () => ({
  bodyOf: async (call: Promise<{ data: unknown }>) => (await call).data,
  client: {
    POST: async (path: string) => {
      if (path.endsWith('/finish')) return { data: { id: 'file' } };
      server.began += 1;
      return { data: { id: 'upload', size: 3 * MB, offset: 0 } };
    },
    GET: async () => ({ data: { id: 'upload', size: 3 * MB, offset: server.offset } }),
    DELETE: async () => void (server.cancelled += 1),
  },
}));
vi.mock('./sent-request', () => ({
  sendBody: async ({ body, headers }: { body: Blob; headers: Record<string, string> }) => {
    const offset = Number(headers['Upload-Offset']);
    if (offset !== server.offset) throw new ApiProblem(409, 'upload.offset');
    const came = server.breaks.shift();
    server.offset += came ?? body.size;
    if (came !== undefined) throw ApiProblem.unreachable();
    server.sent.push(offset);
    return { id: 'upload', size: 3 * MB, offset: server.offset };
  },
}));
const { uploadInPieces } = await import('./upload-in-pieces');

describe('An upload in pieces', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    Object.assign(server, { offset: 0, sent: [], breaks: [], began: 0, cancelled: 0 });
    sessionStorage.clear();
  });
  afterEach(() => void vi.useRealTimers());
  const file = () => new File([new Uint8Array(3 * MB)], '照片.jpg', { lastModified: 1 });

  it('goes on from what the server has when the line broke, at once or after a pause', async () => {
    server.breaks = [300, 0, 0];
    const waiting = vi.fn();
    const made = uploadInPieces(file(), () => undefined, new AbortController().signal, {
      onWaiting: waiting,
    });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await made).toEqual({ id: 'file' });
    // 300 bytes of the first piece came; nothing is sent twice.
    expect(server.sent).toEqual([300, 300 + MB, 300 + 2 * MB]);
    expect(waiting).toHaveBeenCalledWith(true);
    expect(waiting).toHaveBeenLastCalledWith(false);
  });

  it('goes on where it was when the same file is chosen after a reload', async () => {
    sessionStorage.setItem(`juke.upload.照片.jpg.${3 * MB}.1`, 'upload');
    server.offset = 2 * MB;
    await uploadInPieces(file(), () => undefined, new AbortController().signal);
    expect([server.began, server.sent]).toEqual([0, [2 * MB]]);
    expect(sessionStorage.length).toBe(0);
  });

  it('stops when it is cancelled, and tells the server', async () => {
    server.breaks = [0];
    const stop = new AbortController();
    const made = uploadInPieces(file(), () => undefined, stop.signal);
    const refused = expect(made).rejects.toThrow('stopped');
    await vi.advanceTimersByTimeAsync(100);
    stop.abort();
    await refused;
    expect([server.cancelled, sessionStorage.length]).toEqual([1, 0]);
  });
});
