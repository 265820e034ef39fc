import { type CellValue, invalid, valid } from './cell-value.js';
import { cleanCode } from './text.js';

export type BooleanProblem = 'empty' | 'boolean.unknown';

const TRUE = new Set(['是', 'true', '1', 'y', 'yes', '有', '对', '√', '✓']);
const FALSE = new Set(['否', 'false', '0', 'n', 'no', '无', '错', '×', '✗']);

/** `是`/`否`, `true`/`false`, `1`/`0`, `Y`/`N`, `√`/`×`, any case. */
export function parseBoolean(text: string): CellValue<boolean, BooleanProblem> {
  const word = cleanCode(text).toLowerCase();
  if (word === '') return invalid('empty', {});
  if (TRUE.has(word)) return valid(true);
  return FALSE.has(word) ? valid(false) : invalid('boolean.unknown', { text });
}
