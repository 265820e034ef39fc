import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { FileNameError, FileNotAllowedError } from './file.errors.js';

/** Programs: nothing here needs them, and a colleague must not be able to pass one on. */
const PROGRAMS = new Set([
  'application/x-msdownload',
  'application/vnd.microsoft.portable-executable',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-vm',
  'application/x-ms-shortcut',
  'application/x-msi',
]);
const SCRIPT = /^#!\s*\//;
const LOOKED_AT = 4096;
const UNKNOWN = 'application/octet-stream';

/**
 * What a stored file is, by its content: a name or a header can say anything.
 * @param path of the stored content
 * @returns media type; text that is no known format is `text/plain`, the rest unknown
 * @throws FileNotAllowedError for programs and scripts
 */
export async function contentType(path: string): Promise<string> {
  const found = await fileTypeFromFile(path);
  if (found) {
    if (PROGRAMS.has(found.mime)) throw new FileNotAllowedError(found.ext);
    return found.mime;
  }
  const beginning = await firstBytes(path);
  const text = beginning.toString('latin1');
  if (SCRIPT.test(text)) throw new FileNotAllowedError('script');
  // Control characters other than tab, line ends and form feed are not found in texts of any encoding but UTF-16.
  // oxlint-disable-next-line no-control-regex -- they are what is looked for
  const isText = !/[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) || /^(?:\xff\xfe|\xfe\xff)/.test(text);
  return isText && beginning.length > 0 ? 'text/plain' : UNKNOWN;
}

/** What people open by its ending without a thought. Tables are left out: half the .xls files there are, are none. */
const TYPE_OF_ENDING: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

/** @throws FileNameError */
export function refuseFalseName(name: string, mediaType: string): void {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const told = Object.hasOwn(TYPE_OF_ENDING, ending) ? TYPE_OF_ENDING[ending] : undefined;
  if (told && told !== mediaType) throw new FileNameError(ending);
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
