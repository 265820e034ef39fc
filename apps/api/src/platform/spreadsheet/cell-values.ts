/**
 * Reads the text of a cell as a value. Every reader takes a text that may have blanks around it and answers
 * `{ ok: true, value }` or `{ ok: false, code, params }`; a blank text is refused with `empty`.
 */
export { type BooleanProblem, parseBoolean } from './values/boolean.js';
export { cleanCode, cleanText } from './values/text.js';
export { type DateOptions, type DateProblem, parseDate, parseDateTime } from './values/date.js';
export { type DecimalOptions, type DecimalProblem, parseDecimal, parseInteger } from './values/decimal.js';
export type { CellValue } from './values/cell-value.js';
