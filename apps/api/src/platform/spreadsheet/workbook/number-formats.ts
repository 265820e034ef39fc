import { readXml } from './xml-stream.js';

/** How a stored number is meant: `padded` = a format of zeros only, such as a postcode `000000`. */
export type NumberMeaning = { kind: 'number' } | { kind: 'date' } | { kind: 'padded'; digits: number };

const NUMBER: NumberMeaning = { kind: 'number' };
const DATE: NumberMeaning = { kind: 'date' };

/** Built-in date formats, those of East Asian Excel included (ECMA-376-1, 18.8.30). */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Reads what a format code such as `yyyy"年"m"月"d"日"` or `[$-804]h:mm` means. */
export function meaningOfFormat(code: string): NumberMeaning {
  if (/^0{2,}$/.test(code)) return { kind: 'padded', digits: code.length };
  const first = code.split(';')[0] ?? '';
  // Texts in quotes, escaped characters, colours, locales and elapsed time ([h]) say nothing of a date.
  const bare = first.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/General/gi, '');
  return /[ymdhs年月日]/i.test(bare) && !/[#0?]/.test(bare.replace(/\.0+/g, '')) ? DATE : NUMBER;
}

/** Meaning per cell style (index into `cellXfs`). */
export async function readNumberFormats(chunks: AsyncIterable<Buffer>): Promise<NumberMeaning[]> {
  const codes = new Map<number, string>();
  const meanings: NumberMeaning[] = [];
  let inCellFormats = false;
  await readXml(chunks, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'xf' && inCellFormats) {
        const id = Number(attributes.numFmtId ?? 0);
        const code = codes.get(id);
        meanings.push(code === undefined ? (isBuiltInDate(id) ? DATE : NUMBER) : meaningOfFormat(code));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return meanings;
}
