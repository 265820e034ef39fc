import type { EncodingGuess } from '../table-file.js';
import { NotATableFileError } from '../spreadsheet.errors.js';
import { detectEncoding } from './encoding-detection.js';
import { decodeSample, encodingNamed, type EncodingName } from './encodings.js';
import type { FileSamples } from './file-samples.js';

export type EncodingChoice = EncodingGuess & { name: EncodingName; alternatives: EncodingGuess[] };

/** The chosen encoding, else the likeliest; throws when the likeliest still reads as rubbish. */
export function chooseEncoding(samples: FileSamples, fileName: string, chosen?: string): EncodingChoice {
  const guesses = detectEncoding(samples.windows);
  const best = guesses[0] as EncodingGuess & { name: EncodingName };
  const name = chosen ? encodingNamed(chosen) : best.name;
  if (!chosen && isRubbish(decodeSample(samples.head, name))) {
    throw new NotATableFileError(fileName, 'binary data');
  }
  const confidence = guesses.find((guess) => guess.name === name)?.confidence ?? 0;
  return { name, confidence, alternatives: guesses.filter((guess) => guess.name !== name) };
}

const NO_TEXT = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}\ufffd]/gu;
const BLANKS = /[\t\r\n]/g;

/** Control, unassigned, private and undecodable characters beyond a stray few. */
function isRubbish(text: string): boolean {
  const bad = (text.match(NO_TEXT)?.length ?? 0) - (text.match(BLANKS)?.length ?? 0);
  return bad > Math.max(2, text.length * 0.02);
}
