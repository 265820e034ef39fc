import iconv from 'iconv-lite';
import type { EncodingName } from './encodings.js';

/** Level 1 of GB 2312 (lead bytes B0–D7, 3,755 ideographs) and of Big5 (A4–C6, 5,401): the everyday ones, as the standards chose them. */
const GB_LEVEL_1 = level('gb18030', 0xb0, 0xd7, [[0xa1, 0xfe]]);
const BIG5_LEVEL_1 = level('big5', 0xa4, 0xc6, [
  [0x40, 0x7e],
  [0xa1, 0xfe],
]);
const EITHER: ReadonlySet<number> = new Set([...GB_LEVEL_1, ...BIG5_LEVEL_1]);

/** Ideographs in everyday use, as far as texts in this encoding are concerned. */
export function frequentHan(encoding: EncodingName): ReadonlySet<number> {
  if (encoding === 'gb18030') return GB_LEVEL_1;
  return encoding === 'big5' ? BIG5_LEVEL_1 : EITHER;
}

function level(encoding: string, first: number, last: number, trails: [number, number][]): Set<number> {
  const bytes: number[] = [];
  for (let lead = first; lead <= last; lead++) {
    for (const [from, to] of trails) for (let trail = from; trail <= to; trail++) bytes.push(lead, trail);
  }
  const text = iconv.decode(Buffer.from(bytes), encoding);
  return new Set(Array.from(text, (character) => character.codePointAt(0) ?? 0));
}
