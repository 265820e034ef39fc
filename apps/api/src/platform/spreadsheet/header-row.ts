import { columnLetter } from './column-letter.js';
import { storable } from './storable-text.js';
import type { Header, RawRow, TableNote } from './table-file.js';

const isFilled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';
const filled = (row: RawRow): string[] => row.cells.filter(isFilled);

/** Numbers, amounts and dates: what stands under a header, seldom in it. */
const DATA_LIKE = /^[-+(]?[¥￥$]?\d[\d,.:/\-年月日\sT]*%?\)?$/;

export const isBlankRow = (row: RawRow): boolean => !row.cells.some(isFilled);

/** How many cells a row has up to its last one that is not blank. */
export function rowWidth(row: RawRow): number {
  let width = row.cells.length;
  while (width > 0 && !isFilled(row.cells[width - 1])) width--;
  return width;
}

/**
 * Finds the header under title rows: the first row that fills most of the table's width with distinct texts.
 * @param sample the first rows of the table that are not blank; at least one
 */
export function findHeaderRow(sample: readonly RawRow[]): RawRow {
  const counts = sample.map((row) => filled(row).length).sort((a, b) => a - b);
  // Nearly the widest: single rows with a remark at the side must not raise the bar.
  const usual = counts[Math.floor((counts.length - 1) * 0.8)] ?? 1;
  const enough = Math.max(1, Math.ceil(usual * 0.6));
  const candidates = sample.slice(0, 30).filter((row) => {
    const cells = filled(row).map((cell) => cell.trim());
    return cells.length >= enough && (usual === 1 || new Set(cells).size >= cells.length / 2);
  });
  const texts = candidates.find((row) => dataShare(row) <= 0.5);
  const first = candidates[0] ?? sample[0];
  // Years may be headers ("2000, 2001 …"), so the first full row wins unless texts stand right below it.
  return (texts && first && texts.line - first.line <= 1 ? texts : first) as RawRow;
}

/** Share of filled cells that look like numbers or dates. */
export function dataShare(row: RawRow): number {
  const cells = filled(row);
  return cells.length === 0 ? 0 : cells.filter((cell) => DATA_LIKE.test(cell.trim())).length / cells.length;
}

/** Headers of the columns that have a label or, in the sample, any content. */
export function headersOf(labels: readonly string[], sample: readonly RawRow[]) {
  const headers: Header[] = [];
  const notes: TableNote[] = [];
  const seen = new Map<string, number>();
  const duplicates = new Set<string>();
  const blanks: string[] = [];
  const width = Math.max(labels.length, ...sample.map(rowWidth));
  const taken = new Set(labels.map(tidyLabel));
  for (let column = 0; column < width; column++) {
    const label = tidyLabel(labels[column] ?? '');
    if (!label) {
      // A cell far to the right of everything is a stray remark, reported with its row.
      if (column >= labels.length || !sample.some((row) => isFilled(row.cells[column]))) continue;
      blanks.push(columnLetter(column));
    }
    let id = label || columnLetter(column);
    let count = seen.get(id) ?? 0;
    if (count > 0) duplicates.add(label);
    seen.set(id, ++count);
    while (count > 1 && taken.has(`${id} (${count})`)) count++;
    if (count > 1) id = `${id} (${count})`;
    taken.add(id);
    headers.push({ id, label, column });
  }
  if (duplicates.size > 0) notes.push({ code: 'duplicate-headers', params: { labels: [...duplicates] } });
  if (blanks.length > 0) notes.push({ code: 'blank-headers', params: { columns: blanks } });
  return { headers, notes };
}

const tidyLabel = (label: string): string =>
  storable(label)
    .replace(/[\s\u3000\u200b\ufeff]+/g, ' ')
    .trim();
