import { QuotedCells } from './quoted-cell.js';

export interface CsvRecord {
  readonly cells: string[];
  /** Index after the record's line end. */
  readonly end: number;
  /** Text lines the record covers. */
  readonly lines: number;
  readonly problem?: 'malformed-quotes' | 'quote-not-closed';
}

const LINE_END = /\r\n|\r|\n/g;

/**
 * Parses the record that starts at `start`.
 * @param final no more text follows `text`
 * @param giveUpQuotes a quote still open at the end of `text` counts as stray
 * @param quotes of the same text, given for all its records so that they share what was found out
 * @returns undefined when `text` ends before the record does
 */
export function parseRecord(
  text: string,
  start: number,
  delimiter: string,
  final: boolean,
  giveUpQuotes: boolean,
  quotes = new QuotedCells(text, delimiter, final),
): CsvRecord | undefined {
  const cells: string[] = [];
  let position = start;
  let lines = 1;
  let malformed = false;
  let lineEnd = nextLineEnd(text, start);

  for (;;) {
    if (text.charCodeAt(position) === 34) {
      const quoted = quotes.read(position);
      if (quoted === 'broken') return brokenLine(text, start, delimiter, 'malformed-quotes');
      if (!quoted) {
        return final || giveUpQuotes ? brokenLine(text, start, delimiter, 'quote-not-closed') : undefined;
      }
      cells.push(quoted.value);
      malformed ||= quoted.malformed;
      if (lineEnd >= 0 && lineEnd < quoted.end) {
        lines += quoted.value.match(LINE_END)?.length ?? 0;
        lineEnd = nextLineEnd(text, quoted.end);
      }
      position = quoted.end;
      if (malformed && lines > 1) return brokenLine(text, start, delimiter, 'malformed-quotes');
    } else {
      const next = text.indexOf(delimiter, position);
      const end = next >= 0 && (lineEnd < 0 || next < lineEnd) ? next : lineEnd >= 0 ? lineEnd : text.length;
      cells.push(text.slice(position, end));
      position = end;
    }
    if (position >= text.length) {
      if (!final) return undefined;
      break;
    }
    if (position === lineEnd) {
      // A CR at the very end may be the first half of CR LF.
      if (!final && position + 1 >= text.length && text.charCodeAt(position) === 13) return undefined;
      position = afterLineEnd(text, position);
      break;
    }
    position += delimiter.length;
    if (position >= text.length && !final) return undefined;
  }
  return { cells, end: position, lines, problem: malformed ? 'malformed-quotes' : undefined };
}

/** Takes the text line alone, so that a stray quote costs one row and not all that follow. */
function brokenLine(
  text: string,
  start: number,
  delimiter: string,
  problem: CsvRecord['problem'],
): CsvRecord {
  const lineEnd = nextLineEnd(text, start);
  const end = lineEnd < 0 ? text.length : lineEnd;
  return {
    cells: text.slice(start, end).split(delimiter),
    end: lineEnd < 0 ? end : afterLineEnd(text, end),
    lines: 1,
    problem,
  };
}

function nextLineEnd(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return i;
  }
  return -1;
}

function afterLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}
