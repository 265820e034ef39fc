import type { Schema } from '@juke/api-client';
import { usableToken } from './access';
import { noteReachability } from './connection';
import { ApiProblem } from './problem';

export type UploadedFile = Schema<'FileDto'>;

/**
 * Sends one file. By XMLHttpRequest, because `fetch` does not tell how much has gone out.
 *
 * @param onProgress called with 0 to 1 while it goes out
 * @throws ApiProblem when it is refused or the server is away; AbortError when `signal` aborts
 */
export async function uploadFile(
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<UploadedFile> {
  const token = await usableToken();
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await send(body, token, onProgress, signal);
  noteReachability(response.status);
  if (!response.ok) throw await ApiProblem.fromResponse(response);
  return (await response.json()) as UploadedFile;
}

function send(
  body: FormData,
  token: string | null,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/v1/files');
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total ? loaded / total : 0),
    );
    request.addEventListener('load', () =>
      resolve(
        new Response(request.responseText, {
          status: request.status,
          headers: { 'content-type': request.getResponseHeader('content-type') ?? '' },
        }),
      ),
    );
    request.addEventListener('error', () => reject(ApiProblem.unreachable()));
    request.addEventListener('abort', () =>
      reject(new DOMException('The upload was stopped.', 'AbortError')),
    );
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}
