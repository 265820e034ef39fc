import type { Schema } from '@juke/api-client';
import { bodyOf, client } from './client';
import { ApiProblem } from './problem';
import { sendBody } from './sent-request';
import type { UploadedFile, UploadOptions } from './upload';

type Upload = Schema<'UploadDto'>;

const PIECE = 1024 * 1024;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 15_000;
/** Of trying in vain: about a quarter of an hour. */
const MOST_TRIES = 60;

/** A broken line, a server that restarts or is busy: what is worth another try. */
const isPassing = (problem: unknown): problem is ApiProblem =>
  problem instanceof ApiProblem &&
  ([0, 408, 429, 502, 503, 504].includes(problem.status) || problem.code === 'upload.offset');

/** Remembered by the tab, so that the same file, chosen again after a reload, goes on where it was. */
const placeOf = ({ name, size, lastModified }: File): string => `juke.upload.${name}.${size}.${lastModified}`;

/** Sends a file piece by piece; where the line breaks it waits and goes on from what the server has. */
export async function uploadInPieces(
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
  { onWaiting = () => undefined }: UploadOptions = {},
): Promise<UploadedFile> {
  const place = placeOf(file);
  const patient = <T>(call: () => Promise<T>) => withPatience(call, onWaiting, signal);
  try {
    let upload = await patient(() => begin(file, place, signal));
    while (upload.offset < upload.size) {
      const { id, offset } = upload;
      onProgress(offset / file.size);
      upload = await patient(() => continued(file, id, offset, onProgress, signal));
    }
    const made = await patient(() =>
      bodyOf(client.POST('/api/v1/uploads/{id}/finish', { params: { path: { id: upload.id } }, signal })),
    );
    sessionStorage.removeItem(place);
    return made;
  } catch (problem) {
    if (!isPassing(problem)) giveUp(place);
    throw problem;
  }
}

async function begin(file: File, place: string, signal: AbortSignal): Promise<Upload> {
  const begun = sessionStorage.getItem(place);
  const known = begun && (await told(begun, signal));
  if (known) return known;
  const body = { name: file.name, size: file.size };
  const upload = await bodyOf(client.POST('/api/v1/uploads', { body, signal }));
  sessionStorage.setItem(place, upload.id);
  return upload;
}

/** The next piece; after a try that failed, from where the server says. */
async function continued(
  file: File,
  id: string,
  offset: number,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Upload> {
  try {
    return await sendBody<Upload>({
      method: 'PATCH',
      path: `/api/v1/uploads/${id}`,
      body: file.slice(offset, offset + PIECE),
      headers: { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset) },
      onProgress: (sent) => onProgress((offset + sent) / file.size),
      signal,
    });
  } catch (problem) {
    if (!isPassing(problem)) throw problem;
    const known = await told(id, signal);
    // Nothing of it came: a pause is due. Otherwise it went on, and so do we.
    if (!known || known.offset === offset) throw problem;
    return known;
  }
}

/** How far it is; undefined when it was given up meanwhile. */
async function told(id: string, signal: AbortSignal): Promise<Upload | undefined> {
  try {
    return await bodyOf(client.GET('/api/v1/uploads/{id}', { params: { path: { id } }, signal }));
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status === 404) return undefined;
    throw problem;
  }
}

async function withPatience<T>(
  call: () => Promise<T>,
  onWaiting: (isWaiting: boolean) => void,
  signal: AbortSignal,
): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      const answer = await call();
      onWaiting(false);
      return answer;
    } catch (problem) {
      if (signal.aborted || !isPassing(problem) || tries >= MOST_TRIES) throw problem;
      onWaiting(true);
      await pause(Math.min(FIRST_WAIT * 1.6 ** tries, LONGEST_WAIT), signal);
    }
  }
}

/** Shorter when the line is back earlier. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const go = () => (over.abort(), resolve());
    setTimeout(go, ms);
    window.addEventListener('online', go, { signal: over.signal });
    signal.addEventListener(
      'abort',
      () => reject(new DOMException('The upload was stopped.', 'AbortError')),
      { signal: over.signal },
    );
  });
}

/** Cancelled or refused: the server need not keep what came. */
function giveUp(place: string): void {
  const id = sessionStorage.getItem(place);
  sessionStorage.removeItem(place);
  if (id) void client.DELETE('/api/v1/uploads/{id}', { params: { path: { id } } }).catch(() => undefined);
}
