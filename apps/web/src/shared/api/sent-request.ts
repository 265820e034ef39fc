import { usableToken } from './access';
import { noteReachability } from './connection';
import { ApiProblem } from './problem';

export interface Sending {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly body: FormData | Blob;
  readonly headers?: Readonly<Record<string, string>>;
  /** Called with the bytes that have gone out. */
  readonly onProgress: (sent: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends a body and tells how much has gone out. By XMLHttpRequest, because `fetch` does not tell.
 *
 * @throws ApiProblem when it is refused or the server is away; AbortError when `signal` aborts
 */
export async function sendBody<T>(sending: Sending): Promise<T> {
  const response = await send(sending, await usableToken());
  noteReachability(response.status);
  if (!response.ok) throw await ApiProblem.fromResponse(response);
  return (await response.json()) as T;
}

function send(
  { method, path, body, headers = {}, onProgress, signal }: Sending,
  token: string | null,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const aborted = () => reject(new DOMException('The upload was stopped.', 'AbortError'));
    if (signal.aborted) return aborted();
    const request = new XMLHttpRequest();
    request.open(method, path);
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(loaded, total));
    request.addEventListener('load', () =>
      resolve(
        new Response(request.responseText, {
          status: request.status,
          headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
        }),
      ),
    );
    request.addEventListener('error', () => reject(ApiProblem.unreachable()));
    request.addEventListener('abort', aborted);
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}
