import { RecordTooLongError } from '../spreadsheet.errors.js';

const MAX_LINE_LENGTH = 1024 * 1024;

/** Cuts decoded text at LF, CR LF or CR; a last line without line end is included. */
export async function* textLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  let line = 1;
  for await (const chunk of chunks) {
    const text = rest + chunk;
    // A CR at the very end may be the first half of CR LF, so it waits for the next chunk.
    const held = text.endsWith('\r') ? '\r' : '';
    const lines = text.slice(0, text.length - held.length).split(/\r\n|\r|\n/);
    rest = (lines.pop() ?? '') + held;
    if (rest.length > MAX_LINE_LENGTH) throw new RecordTooLongError(line + lines.length, MAX_LINE_LENGTH);
    yield* lines;
    line += lines.length;
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}
