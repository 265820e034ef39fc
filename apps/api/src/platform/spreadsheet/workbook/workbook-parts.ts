import { posix } from 'node:path';
import { DamagedFileError } from '../spreadsheet.errors.js';
import { readXml } from './xml-stream.js';
import type { ZipArchive } from './zip-archive.js';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of the zip entry. */
  readonly path: string;
}

export interface WorkbookParts {
  readonly sheets: SheetPart[];
  /** Serial dates count from 1904-01-01, as old Macintosh workbooks do. */
  readonly date1904: boolean;
  readonly sharedStrings?: string;
  readonly styles?: string;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Follows the relations from the package to workbook, sheets, strings and styles; entry names are free by the standard (ECMA-376-2). */
export async function workbookParts(zip: ZipArchive, fileName: string): Promise<WorkbookParts> {
  const root = await relations(zip, '');
  const workbook =
    [...root.values()].find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (!zip.has(workbook)) throw new DamagedFileError(fileName, { cause: `no ${workbook}` });
  const related = await relations(zip, workbook);
  const sheets: SheetPart[] = [];
  let date1904 = false;
  await readXml(zip.chunks(workbook), {
    open(name, attributes) {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const relation = related.get(attributes['r:id'] ?? relationId(attributes));
      if (relation?.type !== 'worksheet' || !zip.has(relation.target)) return;
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: attributes.name ?? '', hidden, path: relation.target });
    },
  });
  const find = (type: string) => [...related.values()].find((relation) => relation.type === type)?.target;
  const existing = (path: string | undefined) => (path && zip.has(path) ? path : undefined);
  return {
    sheets,
    date1904,
    sharedStrings: existing(find('sharedStrings')),
    styles: existing(find('styles')),
  };
}

/** The prefix of the relations namespace is free as well. */
const relationId = (attributes: Record<string, string>): string =>
  Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';

async function relations(zip: ZipArchive, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const path = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  const found = new Map<string, Relation>();
  if (!zip.has(path)) return found;
  await readXml(zip.chunks(path), {
    open(name, { Id, Type, Target }) {
      if (name !== 'Relationship' || !Id || !Target) return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      found.set(Id, { type: Type?.split('/').at(-1) ?? '', target });
    },
  });
  return found;
}
