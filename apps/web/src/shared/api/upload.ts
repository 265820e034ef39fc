import type { Schema } from '@juke/api-client';
import { sendBody } from './sent-request';

export type UploadedFile = Schema<'FileDto'>;

/** Larger files go in pieces; a smaller one is soon sent again. */
const WHOLE_UP_TO = 1024 * 1024;

export interface UploadOptions {
  /** Told when the line breaks, and when it goes on. */
  readonly onWaiting?: (isWaiting: boolean) => void;
}

/**
 * Sends one file.
 *
 * @param onProgress called with 0 to 1 while it goes out
 * @throws ApiProblem when it is refused, or the server stays away; AbortError when `signal` aborts
 */
export async function uploadFile(
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
  options: UploadOptions = {},
): Promise<UploadedFile> {
  if (file.size > WHOLE_UP_TO) {
    const { uploadInPieces } = await import('./upload-in-pieces');
    return uploadInPieces(file, onProgress, signal, options);
  }
  const body = new FormData();
  body.append('file', file, file.name);
  return sendBody<UploadedFile>({
    method: 'POST',
    path: '/api/v1/files',
    body,
    onProgress: (sent, total) => onProgress(total ? sent / total : 0),
    signal,
  });
}
