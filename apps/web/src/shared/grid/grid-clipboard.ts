/** Tab-separated text, as spreadsheets put it on the clipboard: cells with breaks or quotes stand in quotes. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    rows.at(-1)!.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[(at += 1)]!;
      else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') {
      endCell();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  endCell();
  // Excel ends its block with a line break.
  if (rows.length > 1 && rows.at(-1)!.length === 1 && rows.at(-1)![0] === '') rows.pop();
  return rows;
}

const quoted = (cell: string): string => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const writeBlock = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(quoted).join('\t')).join('\n');

/** Full-width signs of Chinese input as their ASCII ones. */
const narrow = (text: string): string =>
  text.replaceAll(/[！-～]/g, (sign) => String.fromCodePoint(sign.codePointAt(0)! - 0xfee0));

/**
 * A number as people type or paste it, `¥1,234.50`, as a decimal string with at most `scale` decimals.
 * @returns null for an empty text, undefined for what is no such number
 */
export function readDecimal(typed: string, scale = 4): string | null | undefined {
  const text = narrow(typed).replaceAll(/[\s,¥￥]/g, '');
  if (text === '') return null;
  const match = /^\+?(\d{0,15})(?:\.(\d*))?$/.exec(text);
  if (!match || (match[1] === '' && !match[2])) return undefined;
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  if (decimals.length > scale) return undefined;
  const whole = (match[1] ?? '').replace(/^0+(?=\d)/, '') || '0';
  return decimals ? `${whole}.${decimals}` : whole;
}

/** Whether two decimal strings say the same number, `"700"` and `"700.00"`. */
export const isSameDecimal = (a: string | null, b: string | null): boolean =>
  a === null || b === null ? a === b : readDecimal(a, 15) === readDecimal(b, 15);
