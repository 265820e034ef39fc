import { open } from 'node:fs/promises';

const WINDOW = 64 * 1024;

export interface FileSamples {
  /** Head of the file, from its first byte. */
  readonly head: Buffer;
  /** Head, middle and end, cut where a character surely begins; together at most 192 KiB. */
  readonly windows: Buffer[];
  readonly size: number;
}

/** Looks at head, middle and end, since the first screenful of a table is often plain ASCII. */
export async function readSamples(path: string): Promise<FileSamples> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const read = async (position: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    const whole = size <= WINDOW * 3;
    const head = await read(0, whole ? size : WINDOW);
    if (whole) return { head, windows: [head], size };
    // Even positions keep two-byte encodings in step.
    const middle = Math.floor(size / 4) * 2;
    const tail = Math.floor((size - WINDOW) / 2) * 2;
    const windows = [head, await read(middle, WINDOW), await read(tail, WINDOW)];
    return { head, windows, size };
  } finally {
    await file.close();
  }
}

/**
 * Cuts both ends at a byte below 0x30 (comma, blank, line end …). Such a byte never is part of a longer
 * character in UTF-8, GB18030 or Big5, so the cut falls between characters whichever of them it is.
 */
export function betweenCharacters(window: Buffer, isHead: boolean): Buffer {
  let start = 0;
  if (!isHead) while (start < window.length && (window[start] ?? 0) >= 0x30) start++;
  let end = window.length;
  while (end > start && (window[end - 1] ?? 0) >= 0x30) end--;
  return end > start ? window.subarray(start, end) : window;
}
