import type { CsvDialect } from './csv-records.js';
import { parseRecord } from './csv-record.js';

/** In the order of preference when the evidence is equal. */
const DELIMITERS = [',', '\t', ';', '|'];
const SAMPLE_RECORDS = 100;

/** Excel writes and reads `sep=;` as a first line that is not part of the table. */
const SEPARATOR_LINE = /^sep=(.)(?:\r\n|\r|\n)/i;

/** Finds the delimiter that cuts the records of a sample into the same number of cells most often. */
export function csvDialect(sample: string, chosen?: string): CsvDialect {
  const declared = SEPARATOR_LINE.exec(sample);
  const skipLines = declared ? 1 : 0;
  if (chosen) return { delimiter: chosen, skipLines };
  if (declared?.[1]) return { delimiter: declared[1], skipLines };
  let best = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = regularity(recordWidths(sample, delimiter));
    if (score > best.score + 1e-9) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, skipLines };
}

function recordWidths(sample: string, delimiter: string): number[] {
  const widths: number[] = [];
  let position = 0;
  while (position < sample.length && widths.length < SAMPLE_RECORDS) {
    // The last record of a sample is cut off and must not count, unless it is the only one.
    const record = parseRecord(sample, position, delimiter, widths.length === 0, false);
    if (!record) break;
    position = record.end;
    if (record.cells.some((cell) => cell.trim() !== '')) widths.push(record.cells.length);
  }
  return widths;
}

/** 0 = cuts nothing; near 1 and above = every record, the header too, has the same several cells. */
function regularity(widths: number[]): number {
  const counts = new Map<number, number>();
  for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = 0;
  for (const [width, count] of counts) {
    const share = count / widths.length;
    // A decimal comma cuts the numbers of a semicolon file evenly too, but not its header.
    const header = widths[0] === width ? 0.25 : 0;
    best = Math.max(best, share * share + header * share + Math.log2(width) / 20);
  }
  return best;
}
