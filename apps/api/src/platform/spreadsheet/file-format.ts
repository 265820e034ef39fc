import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import {
  DamagedFileError,
  EncryptedWorkbookError,
  HtmlTableError,
  NotATableFileError,
} from './spreadsheet.errors.js';
import type { TableFormat, TableNote } from './table-file.js';
import { ZipArchive } from './workbook/zip-archive.js';

const HEAD = 4096;

/** Kinds that are met instead of tables, by their first bytes (Latin-1). */
const OTHER_KINDS: [string, string][] = [
  ['%PDF', 'a PDF document'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\x1f\x8b', 'a compressed archive'],
  ['7z\xbc\xaf', 'a compressed archive'],
  ['Rar!', 'a compressed archive'],
  ['{\\rtf', 'a text document'],
  ['SQLite format 3', 'a database file'],
  ['\x7fELF', 'a program'],
];

const EXTENSIONS: Record<TableFormat, string[]> = {
  csv: ['.csv', '.tsv', '.txt', '.tab', '.ssv'],
  xlsx: ['.xlsx', '.xlsm', '.xltx', '.xltm'],
  xls: ['.xls', '.xlt', '.et'],
  ods: ['.ods', '.ots'],
  jsonl: ['.jsonl', '.ndjson', '.json'],
};

/**
 * Tells the format by content; the name only serves to note that it is wrong.
 * Throws {@link HtmlTableError}, {@link EncryptedWorkbookError}, {@link DamagedFileError}, {@link NotATableFileError}.
 */
export async function recogniseFormat(
  path: string,
  fileName: string,
): Promise<{ format: TableFormat; notes: TableNote[] }> {
  const format = await formatOf(path, fileName);
  const extension = extname(fileName).toLowerCase();
  const wrong = extension !== '' && !EXTENSIONS[format].includes(extension);
  return { format, notes: wrong ? [{ code: 'wrong-extension', params: { extension, format } }] : [] };
}

async function formatOf(path: string, fileName: string): Promise<TableFormat> {
  const head = await readHead(path);
  const bytes = head.toString('latin1');
  if (bytes.startsWith('PK\x03\x04')) return zipFormat(path, fileName);
  if (bytes.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundFormat(path, fileName);
  const other = OTHER_KINDS.find(([magic]) => bytes.startsWith(magic));
  if (other) throw new NotATableFileError(fileName, other[1]);
  return textFormat(head, fileName);
}

function textFormat(head: Buffer, fileName: string): TableFormat {
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  // NULs aside, markup and braces read the same in every encoding told apart here.
  const text = head
    .toString('latin1')
    .replace(wide ? /^..|\0/g : /^\xef\xbb\xbf|\0/g, '')
    .trimStart();
  if (/^(<!--[^]*?-->\s*)?<(!doctype html|html|head|body|table|meta|style|script|div)\b/i.test(text)) {
    throw new HtmlTableError(fileName);
  }
  if (/^<\?xml|^MIME-Version:/i.test(text)) {
    if (/<html|text\/html/i.test(text)) throw new HtmlTableError(fileName);
    throw new NotATableFileError(fileName, 'an XML document');
  }
  if (startsWithJsonObject(text)) return 'jsonl';
  if (SPREAD_OUT_JSON.test(text))
    throw new NotATableFileError(fileName, 'JSON that is not written one record a line');
  return 'csv';
}

/** A list of objects on one line, or an object over several. */
const SPREAD_OUT_JSON = /^(?:\[\s*)?\{\s*"[^"\r\n]*"\s*:/;

/** The first line is a JSON object; of a line longer than the head only its beginning can be judged. */
function startsWithJsonObject(text: string): boolean {
  const line = text.replace(/^\[\s*/, '').split(/[\r\n]/, 1)[0] ?? '';
  if (line.length > HEAD / 4) return /^\{\s*"/.test(line);
  try {
    return line.startsWith('{') && typeof JSON.parse(line.replace(/,\s*$/, '')) === 'object';
  } catch {
    return false;
  }
}

async function zipFormat(path: string, fileName: string): Promise<TableFormat> {
  const zip = await ZipArchive.open(path, fileName);
  try {
    const names = zip.names();
    if (zip.has('mimetype') || zip.has('content.xml')) return await openDocumentFormat(zip, fileName);
    if (names.some((name) => /^xl\/.*\.xml$/.test(name))) return 'xlsx';
    if (names.some((name) => name.endsWith('/workbook.bin'))) {
      throw new NotATableFileError(fileName, 'a binary workbook (.xlsb)');
    }
    if (names.some((name) => name.startsWith('word/')))
      throw new NotATableFileError(fileName, 'a Word document');
    if (names.some((name) => name.startsWith('ppt/')))
      throw new NotATableFileError(fileName, 'a presentation');
    if (names.includes('[Content_Types].xml')) return 'xlsx';
    throw new NotATableFileError(fileName, 'a compressed archive');
  } finally {
    zip.close();
  }
}

async function openDocumentFormat(zip: ZipArchive, fileName: string): Promise<TableFormat> {
  const small = async (name: string): Promise<string> => {
    if (!zip.has(name) || zip.inflatedSize(name) > 1_000_000) return '';
    let text = '';
    for await (const chunk of zip.chunks(name)) text += chunk.toString('utf8');
    return text;
  };
  if ((await small('META-INF/manifest.xml')).includes('encryption-data')) {
    throw new EncryptedWorkbookError(fileName);
  }
  const type = await small('mimetype');
  if (type !== '' && !type.includes('spreadsheet')) throw new NotATableFileError(fileName, 'a text document');
  return 'ods';
}

/** Compound files name their streams in UTF-16: a workbook, an encrypted XLSX, or something else of old Office. */
async function compoundFormat(path: string, fileName: string): Promise<TableFormat> {
  const names = ['EncryptedPackage', 'Workbook', 'Book', 'WordDocument'] as const;
  const found = await containsWide(path, names);
  if (found.has('EncryptedPackage')) throw new EncryptedWorkbookError(fileName);
  if (found.has('Workbook') || found.has('Book')) return 'xls';
  if (found.has('WordDocument')) throw new NotATableFileError(fileName, 'a Word document');
  throw new DamagedFileError(fileName);
}

async function containsWide<T extends string>(path: string, names: readonly T[]): Promise<Set<T>> {
  const found = new Set<T>();
  const file = await open(path, 'r');
  try {
    const wanted = names.map((name) => [name, Buffer.from(`${name}\0`, 'utf16le')] as const);
    let rest = Buffer.alloc(0);
    for await (const chunk of file.createReadStream({ autoClose: false })) {
      const bytes = Buffer.concat([rest, chunk as Buffer]);
      for (const [name, pattern] of wanted) if (bytes.includes(pattern)) found.add(name);
      rest = bytes.subarray(-64);
    }
    return found;
  } finally {
    await file.close();
  }
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
