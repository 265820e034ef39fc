import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InvalidInputError } from '../errors/common.errors.js';
import { Meter } from './file-store.js';

interface Place {
  readonly path: string;
  readonly offset: number;
  /** So many bytes there is room for. */
  readonly left: number;
}

/**
 * Writes a piece to its place. What came before the line broke, or the signal, is kept.
 * @throws InvalidInputError
 */
export async function writePiece(
  piece: Readable,
  { path, offset, left }: Place,
  signal: AbortSignal,
): Promise<void> {
  const meter = new Meter(
    left,
    () => new InvalidInputError([], `${left} bytes are missing; this piece is longer.`),
  );
  const disk = createWriteStream(path, { flags: 'r+', start: offset });
  try {
    await pipeline(piece, meter, disk, { signal });
  } catch (error) {
    // What is on its way to the disk still arrives; only then does the length tell how far it came.
    if (!disk.closed) await new Promise((done) => disk.once('close', () => done(undefined)));
    if (error instanceof InvalidInputError) throw error;
    throw new InvalidInputError([], 'The piece broke off. Ask how far it came, and go on from there.');
  }
}
