export interface QuotedCell {
  readonly value: string;
  /** Index after the closing quote. */
  readonly end: number;
  /** Has a quote in its midst that is not doubled. */
  readonly malformed: boolean;
}

/** What was found out about a stretch of text that was looked through as one quoted cell. */
interface Stretch {
  readonly from: number;
  /** Index of the closing quote, or the text's length when there is none. */
  readonly to: number;
  readonly isClosed: boolean;
  /** Index of the last quote that is neither doubled nor closes; -1 when there is none. */
  readonly lastStray: number;
}

const QUOTE = 34;
const isLineEnd = (code: number): boolean => code === 10 || code === 13;

/**
 * Reads quoted cells of one text. A stray quote makes each of the following lines be tried as the beginning of a cell that
 * goes on for a megabyte; what the first try found out answers the others, so that a file of stray quotes takes no longer
 * than any other.
 */
export class QuotedCells {
  private seen: Stretch = { from: 0, to: -1, isClosed: false, lastStray: -1 };

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
    private readonly final: boolean,
  ) {}

  /** The cell whose opening quote is at `open`; undefined when it is not closed, `broken` when it is malformed and more than a line. */
  read(open: number): QuotedCell | 'broken' | undefined {
    const known = this.known(open);
    if (known && !known.isClosed) return undefined;
    if (known?.isMalformed && this.hasLineEnd(open, known.to)) return 'broken';
    return this.scan(open);
  }

  /** A quote within a stretch looked through before ends where that one does, unless its own quotes close it at once. */
  private known(open: number): { isClosed: boolean; isMalformed: boolean; to: number } | undefined {
    const { from, to, isClosed, lastStray } = this.seen;
    let after = open;
    while (this.text.charCodeAt(after) === QUOTE) after += 1;
    if (open <= from || after >= to) return undefined;
    const isEven = (after - open) % 2 === 0;
    if (isEven && this.closesBefore(after)) return undefined;
    return { isClosed, to, isMalformed: isEven || lastStray >= after };
  }

  private closesBefore(index: number): boolean {
    const next = this.text.charCodeAt(index);
    return Number.isNaN(next) || isLineEnd(next) || this.text.startsWith(this.delimiter, index);
  }

  private hasLineEnd(from: number, to: number): boolean {
    for (let index = from; index < to; index += 1) if (isLineEnd(this.text.charCodeAt(index))) return true;
    return false;
  }

  private scan(open: number): QuotedCell | undefined {
    const { text } = this;
    let value = '';
    let from = open + 1;
    let lastStray = -1;
    for (;;) {
      const quote = text.indexOf('"', from);
      const next = quote < 0 ? Number.NaN : text.charCodeAt(quote + 1);
      if (quote < 0 || (Number.isNaN(next) && !this.final)) {
        this.seen = { from: open, to: text.length, isClosed: false, lastStray };
        return undefined;
      }
      if (next === QUOTE) {
        value += text.slice(from, quote + 1);
        from = quote + 2;
      } else if (this.closesBefore(quote + 1)) {
        this.seen = { from: open, to: quote, isClosed: true, lastStray };
        return { value: value + text.slice(from, quote), end: quote + 1, malformed: lastStray >= 0 };
      } else {
        // Kept as text.
        lastStray = quote;
        value += text.slice(from, quote + 1);
        from = quote + 1;
      }
    }
  }
}
