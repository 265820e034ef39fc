import iconv from 'iconv-lite';
import { UnknownEncodingError } from '../spreadsheet.errors.js';

/** Encodings told apart by evidence, in the order a screen offers them. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type EncodingName = (typeof ENCODINGS)[number];

/** Each of these is a subset of the encoding it stands for, so reading the larger one is always right. */
const ALIASES: Record<string, EncodingName> = {
  utf8: 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  big5hkscs: 'big5',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  latin1: 'windows-1252',
  iso88591: 'windows-1252',
};

/** Throws {@link UnknownEncodingError}. */
export function encodingNamed(name: string): EncodingName {
  const wanted = name.trim().toLowerCase();
  const known = ENCODINGS.find((encoding) => encoding === wanted) ?? ALIASES[wanted.replace(/[-_ ]/g, '')];
  if (!known) throw new UnknownEncodingError(name);
  return known;
}

/** Decodes a whole sample; a byte order mark is taken off. */
export const decodeSample = (bytes: Buffer, encoding: EncodingName): string => iconv.decode(bytes, encoding);

/** Decodes chunk by chunk; characters cut by a chunk's end are put together. */
export async function* decodeChunks(
  chunks: AsyncIterable<Buffer>,
  encoding: EncodingName,
): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.write(chunk);
    if (text) yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}
