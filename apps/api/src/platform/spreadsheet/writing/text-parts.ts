const PART_LENGTH = 64 * 1024;

/** Joins small texts into parts of about 64 K characters, so that a stream has few, large chunks. */
export async function* inParts(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let part = '';
  for await (const text of texts) {
    part += text;
    if (part.length >= PART_LENGTH) {
      yield part;
      part = '';
    }
  }
  if (part) yield part;
}
