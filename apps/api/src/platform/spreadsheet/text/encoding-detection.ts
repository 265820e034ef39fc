import type { EncodingGuess } from '../table-file.js';
import { type HanLevel, logLikelihood } from './character-likelihood.js';
import { decodeSample, ENCODINGS, type EncodingName } from './encodings.js';
import { frequentHan } from './frequent-han.js';
import { betweenCharacters } from './file-samples.js';

export type NamedGuess = EncodingGuess & { readonly name: EncodingName };

/** What is known before looking: files of our day and place. */
const PRIOR: Record<EncodingName, number> = {
  'utf-8': 0.55,
  gb18030: 0.3,
  big5: 0.05,
  'utf-16le': 0.03,
  'utf-16be': 0.01,
  'windows-1252': 0.06,
};

/** Characters do not vary independently of each other, so more than this many are not counted as further proof. */
const EVIDENCE_CAP = 24;
/** No evidence short of a byte order mark is complete. */
const MAX_CONFIDENCE = 0.99;

/**
 * Ranks the encodings by how likely the decoded characters are. Decoding without an error proves little: every
 * Big5 text decodes as GB18030, every file decodes as Windows-1252.
 * @param windows samples, the first from the file's head
 * @returns the plausible encodings and at least the best three, the likeliest first
 */
export function detectEncoding(windows: readonly Buffer[]): NamedGuess[] {
  const marked = byteOrderMark(windows[0] ?? Buffer.alloc(0));
  if (marked) return [{ name: marked, confidence: 1 }];
  if (windows.every(isAscii)) return [{ name: 'utf-8', confidence: 1 }];
  const scores = ENCODINGS.map((name) => score(windows, name));
  const temper = Math.min(1, EVIDENCE_CAP / Math.max(1, tellingCharacters(windows)));
  const logs = scores.map(({ name, total }) => ({ name, log: total * temper + Math.log(PRIOR[name]) }));
  const top = Math.max(...logs.map(({ log }) => log));
  const weights = logs.map(({ name, log }) => ({ name, weight: Math.exp(log - top) }));
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  return weights
    .map(({ name, weight }) => ({ name, confidence: round(Math.min(MAX_CONFIDENCE, weight / sum)) }))
    .sort((a, b) => b.confidence - a.confidence)
    .filter(({ confidence }, index) => index < 3 || confidence >= 0.001);
}

function byteOrderMark(head: Buffer): EncodingName | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Log-likelihood of the windows in this encoding. */
function score(windows: readonly Buffer[], name: EncodingName) {
  const wide = name.startsWith('utf-16');
  let total = 0;
  for (const [index, window] of windows.entries()) {
    // A NUL is an impossible character of 8-bit text, but half a character of UTF-16.
    const bytes = wide ? window.subarray(0, window.length & ~1) : betweenCharacters(window, index === 0);
    const text = decodeSample(bytes, name);
    for (let i = 0; i < text.length; i++) {
      const code = text.codePointAt(i) ?? 0;
      if (code > 0xffff) i++;
      const level: HanLevel = frequentHan(name).has(code) ? 'frequent' : 'rare';
      total += logLikelihood(code, text.charCodeAt(i - 1), text.charCodeAt(i + 1), level);
    }
  }
  return { name, total };
}

/** About how many characters beyond ASCII the samples hold, two bytes each. */
function tellingCharacters(windows: readonly Buffer[]): number {
  let bytes = 0;
  for (const window of windows) for (const byte of window) if (byte >= 0x80 || byte === 0) bytes++;
  return bytes / 2;
}

function isAscii(bytes: Buffer): boolean {
  for (const byte of bytes) {
    if (byte >= 0x80 || byte === 0) return false;
  }
  return true;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
