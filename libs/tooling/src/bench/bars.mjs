import { shown } from './figures.mjs';

/**
 * One measured line of a benchmark's table.
 * @typedef {object} Line
 * @property {string} what
 * @property {string} unit of `figure` and `reference`
 * @property {number} figure ours
 * @property {number} [reference] what it is held against, measured in the same run
 * @property {number} [ratio] median of the ratios of pairs; default: figure by reference
 * @property {{ atLeast?: number, atMost?: number }} [bar] for the ratio, or for the figure when there is no reference
 */

/** @param {Line} line @returns {number} ratio to the reference; the figure itself when there is none */
export const ratioOf = ({ figure, reference, ratio }) =>
  ratio ?? (reference === undefined ? figure : figure / reference);

/** @param {Line} line @returns {boolean} */
export function isHeld(line) {
  const { atLeast = -Infinity, atMost = Infinity } = line.bar ?? {};
  const ratio = ratioOf(line);
  return ratio >= atLeast && ratio <= atMost; // false for NaN: what was not measured is not held
}

/** @param {Line[]} lines @returns {string} a Markdown table */
export function tableOf(lines) {
  const head = ['what', 'unit', 'ours', 'reference', 'ratio', 'bar', ''];
  const rows = lines.map((line) => [
    line.what,
    line.unit,
    shown(line.figure),
    line.reference === undefined ? '' : shown(line.reference),
    line.reference === undefined ? '' : ratioOf(line).toFixed(2),
    barText(line.bar),
    line.bar ? (isHeld(line) ? 'held' : 'NOT HELD') : '',
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column].length), 3));
  const text = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [text(head), rule, ...rows.map(text)].join('\n');
}

function barText({ atLeast, atMost } = {}) {
  if (atLeast !== undefined) return `≥ ${atLeast}`;
  return atMost === undefined ? '' : `≤ ${atMost}`;
}

/**
 * Prints the table and, last, how many bars were held.
 * @param {Line[]} lines
 * @returns {number} exit code: 1 when a bar is not held
 */
export function report(lines) {
  const barred = lines.filter(({ bar }) => bar);
  const held = barred.filter(isHeld).length;
  console.log(`\n${tableOf(lines)}\n\n${held} of ${barred.length} bars held`);
  return held === barred.length ? 0 : 1;
}
