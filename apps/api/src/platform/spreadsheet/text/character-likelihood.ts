import { COMMON_HAN } from './common-characters.js';

/** How ideographs of an encoding divide into a frequent and a rare level, told by the first byte. */
export type HanLevel = 'frequent' | 'rare';

const LN = (probability: number): number => Math.log(probability);
const COMMON = LN(0.75 / COMMON_HAN.size);
const FREQUENT = LN(0.2 / 4500);
const RARE = LN(0.002 / 20_000);
const CJK_MARK = LN(0.05 / 60);
const ASCII = LN(1 / 60);
const ACCENTED_IN_WORD = LN(0.5 / 60);
const ACCENTED_ALONE = LN(0.005 / 60);
const OTHER_SIGN = LN(0.001 / 60);
const OTHER_SCRIPT = LN(1e-7);
const IMPOSSIBLE = LN(1e-9);

const isAsciiLetter = (code: number): boolean => {
  const lower = code | 0x20;
  return lower >= 97 && lower <= 122;
};

/**
 * Log-likelihood of a character in a table of a Chinese or Western office.
 * @param code code point; `before` and `after` are its neighbours (NaN at the ends)
 * @param level of an ideograph in the encoding under test
 */
export function logLikelihood(code: number, before: number, after: number, level: HanLevel): number {
  if (code < 0x80) return code >= 32 || code === 10 || code === 13 || code === 9 ? ASCII : IMPOSSIBLE;
  if (code < 0xa0) return IMPOSSIBLE;
  if (code < 0x250) return latin(code, before, after);
  if (code >= 0x4e00 && code <= 0x9fff) {
    return COMMON_HAN.has(code) ? COMMON : level === 'frequent' ? FREQUENT : RARE;
  }
  // CJK punctuation and full-width forms; half-width katakana (FF61 ff.) are no part of Chinese text.
  if ((code >= 0x3001 && code <= 0x301f) || (code >= 0xff01 && code <= 0xff5e) || code === 0xffe5) {
    return CJK_MARK;
  }
  if (code >= 0x2010 && code <= 0x22ff) return CJK_MARK - 2;
  if (code === 0xfffd || code === 0xfeff || code >= 0xfff0) return IMPOSSIBLE;
  // Lone surrogates and private use; then letters no Chinese or Western table is full of.
  if (code >= 0xd800 && code <= 0xf8ff) return IMPOSSIBLE;
  return OTHER_SCRIPT;
}

function latin(code: number, before: number, after: number): number {
  const isLetter = code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
  if (!isLetter)
    return code === 0xa0 || code === 0xb0 || code === 0xa5 || code === 0xa3 ? ACCENTED_ALONE : OTHER_SIGN;
  return isAsciiLetter(before) || isAsciiLetter(after) ? ACCENTED_IN_WORD : ACCENTED_ALONE;
}
