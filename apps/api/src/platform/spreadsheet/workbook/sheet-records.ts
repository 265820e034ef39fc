import { columnLetter, columnOf } from '../column-letter.js';
import type { RawRow, TableNote } from '../table-file.js';
import { plainDecimal } from '../values/plain-decimal.js';
import type { NumberMeaning } from './number-formats.js';
import { serialDateText } from './serial-date.js';
import { MAX_TEXT_LENGTH, TextCollector } from './text-collector.js';
import { xmlSteps } from './xml-stream.js';

/** XFD is the last column of Excel; a reference beyond it is made up. */
const MAX_COLUMNS = 16_384;
/** Far above the 1,048,576 of Excel, and still a number that every table can hold. */
const MAX_ROWS = 100_000_000;

export interface SheetContext {
  readonly strings: readonly string[];
  readonly meanings: readonly NumberMeaning[];
  readonly date1904: boolean;
}

/** Streams the rows of a worksheet part; formulas give the result the workbook was saved with. */
export async function* sheetRecords(
  chunks: AsyncIterable<Buffer>,
  context: SheetContext,
): AsyncGenerator<RawRow> {
  const reader = new SheetReader(context);
  for await (const _ of xmlSteps(chunks, reader)) {
    yield* reader.take();
  }
}

/** Collects rows between two steps of the XML parser. */
class SheetReader {
  private rows: RawRow[] = [];
  private line = 0;
  private cells: string[] = [];
  private problem: TableNote | undefined;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private inValue = false;
  private readonly inline = new TextCollector();

  constructor(private readonly context: SheetContext) {}

  take(): RawRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'c') {
      // References are optional: without one the cell follows the one before it.
      this.column = attributes.r ? columnOf(attributes.r) : this.column + 1;
      this.type = attributes.t ?? 'n';
      this.style = Number(attributes.s ?? 0);
      this.value = '';
      this.inline.reset();
    } else if (name === 'v') {
      this.inValue = true;
    } else if (name === 'row') {
      this.line = this.lineOf(Number(attributes.r));
      this.cells = [];
      this.problem = undefined;
      this.column = -1;
    } else {
      this.inline.open(name);
    }
  }

  /** Rows are numbered upwards; a number that goes back or beyond what any program writes is made up. */
  private lineOf(said: number): number {
    return said > this.line && said <= MAX_ROWS ? said : this.line + 1;
  }

  text(text: string): void {
    if (!this.inValue) this.inline.add(text);
    else if (this.value.length < MAX_TEXT_LENGTH) this.value += text;
  }

  close(name: string): void {
    if (name === 'v') this.inValue = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.rows.push({ line: this.line, cells: this.cells, problem: this.problem });
    else this.inline.close(name);
  }

  private endCell(): void {
    const text = this.cellText();
    if (text === '' || this.column >= MAX_COLUMNS) return;
    while (this.cells.length < this.column) this.cells.push('');
    this.cells[this.column] = text;
  }

  private cellText(): string {
    switch (this.type) {
      case 's':
        return this.context.strings[Number(this.value)] ?? '';
      case 'inlineStr':
        return this.inline.text();
      case 'b':
        return this.value === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return this.value.replace(/T00:00:00(\.0+)?Z?$/, '').replace(/(\.\d+)?Z?$/, '');
      case 'e':
        this.problem ??= {
          code: 'cell-error',
          params: { column: columnLetter(this.column), error: this.value },
        };
        return this.value;
      case 'n':
        return this.value === '' ? '' : this.numberText();
      default:
        return this.value;
    }
  }

  private numberText(): string {
    const number = Number(this.value);
    if (!Number.isFinite(number)) return this.value;
    const meaning = this.context.meanings[this.style];
    if (meaning?.kind === 'date')
      return serialDateText(number, this.context.date1904) ?? plainDecimal(number);
    if (meaning?.kind === 'padded') return plainDecimal(number).padStart(meaning.digits, '0');
    return plainDecimal(number);
  }
}
