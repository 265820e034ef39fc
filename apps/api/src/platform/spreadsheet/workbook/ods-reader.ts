import { columnLetter } from '../column-letter.js';
import type { TableNote } from '../table-file.js';
import { plainDecimal } from '../values/plain-decimal.js';
import { MAX_TEXT_LENGTH } from './text-collector.js';

/** Limits of LibreOffice; a file that repeats beyond them is made up. */
const MAX_ROWS = 1_048_576;
const MAX_COLUMNS = 16_384;

/** Equal rows in a row are stored once; `repeat` times from line `first` on. */
export interface OdsRows {
  readonly first: number;
  readonly repeat: number;
  readonly cells: string[];
  readonly problem?: TableNote;
}

/** Collects the rows of one sheet out of the XML events of `content.xml` (OpenDocument 1.3, part 3, chapter 9). */
export class OdsReader {
  private rows: OdsRows[] = [];
  private sheet = -1;
  private line = 1;
  private rowRepeat = 1;
  private cells: string[] = [];
  private column = 0;
  private problem: TableNote | undefined;
  private cell: Record<string, string> | undefined;
  private content = '';
  private paragraphs = 0;
  /** Depth within comments, whose paragraphs are no cell text. */
  private aside = 0;
  private inParagraph = false;

  /** @param wanted index of the sheet */
  constructor(private readonly wanted: number) {}

  get isPast(): boolean {
    return this.sheet > this.wanted;
  }

  take(): OdsRows[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === 'table' && attributes['table:name'] !== undefined) this.sheet++;
    if (this.sheet !== this.wanted) return;
    if (name === 'table-row') {
      this.rowRepeat = repeatOf(attributes['table:number-rows-repeated']);
      this.cells = [];
      this.column = 0;
      this.problem = undefined;
    } else if (name === 'table-cell' || name === 'covered-table-cell') {
      this.cell = attributes;
      this.content = '';
      this.paragraphs = 0;
    } else if (name === 'annotation') this.aside++;
    else if (this.cell && this.aside === 0) this.openText(name, attributes);
  }

  private openText(name: string, attributes: Record<string, string>): void {
    if (name === 'p') {
      if (this.paragraphs++ > 0) this.content += '\n';
      this.inParagraph = true;
    } else if (name === 's') this.content += ' '.repeat(Math.min(1000, repeatOf(attributes['text:c'])));
    else if (name === 'tab') this.content += '\t';
    else if (name === 'line-break') this.content += '\n';
  }

  text(text: string): void {
    const open = this.inParagraph && this.aside === 0 && this.content.length < MAX_TEXT_LENGTH;
    if (open) this.content += text;
  }

  close(name: string): void {
    if (this.sheet !== this.wanted) return;
    if (name === 'p' && this.aside === 0) this.inParagraph = false;
    else if (name === 'annotation') this.aside--;
    else if (name === 'table-cell' || name === 'covered-table-cell') this.endCell();
    else if (name === 'table-row') this.endRow();
  }

  private endCell(): void {
    const attributes = this.cell ?? {};
    this.cell = undefined;
    const text = valueText(attributes, this.content);
    const end = this.column + repeatOf(attributes['table:number-columns-repeated']);
    if (text !== '') {
      if (attributes['calcext:value-type'] === 'error') {
        this.problem ??= { code: 'cell-error', params: { column: columnLetter(this.column), error: text } };
      }
      while (this.cells.length < Math.min(this.column, MAX_COLUMNS)) this.cells.push('');
      while (this.cells.length < Math.min(end, MAX_COLUMNS)) this.cells.push(text);
    }
    this.column = end;
  }

  private endRow(): void {
    const repeat = Math.min(this.rowRepeat, MAX_ROWS - this.line + 1);
    if (this.cells.length > 0 && repeat > 0) {
      this.rows.push({ first: this.line, repeat, cells: this.cells, problem: this.problem });
    }
    this.line += this.rowRepeat;
  }
}

const repeatOf = (attribute: string | undefined): number => Math.max(1, Number(attribute) || 1);

function valueText(attributes: Record<string, string>, content: string): string {
  switch (attributes['office:value-type']) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const number = Number(attributes['office:value']);
      return Number.isFinite(number) ? plainDecimal(number) : content;
    }
    case 'date':
      return (attributes['office:date-value'] ?? content)
        .replace(/(\.\d+)?Z?$/, '')
        .replace(/T00:00:00$/, '');
    case 'time': {
      const clock = /^PT(\d+)H(\d+)M(\d+)/.exec(attributes['office:time-value'] ?? '');
      return clock
        ? clock
            .slice(1, 4)
            .map((part) => part.padStart(2, '0'))
            .join(':')
        : content;
    }
    case 'boolean':
      return attributes['office:boolean-value'] === 'true' ? 'TRUE' : 'FALSE';
    default:
      return attributes['office:string-value'] ?? content;
  }
}
