/** Encodings a file can be read in, in the order people look for them. */
export const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

/** Name in the locale files → character. */
export const DELIMITERS = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
  colon: ':',
  space: ' ',
} as const;

/** `1784628` bytes as `1.7 MB`. */
export function sizeText(bytes: number): string {
  const UNITS = ['B', 'kB', 'MB', 'GB'];
  const step = Math.min(Math.floor(Math.log2(Math.max(bytes, 1)) / 10), UNITS.length - 1);
  const size = bytes / 1024 ** step;
  return `${size < 10 && step > 0 ? size.toFixed(1) : Math.round(size)} ${UNITS[step]}`;
}
