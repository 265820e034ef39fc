import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Rows } from '../database/rows.js';
import { normalise } from './field-reading.js';
import type { MappingEntry } from './import-mapping.js';
import type { ImportResource } from './import-resource.js';

/** An import of a file with the same headers, or of the very same file, done before. */
export interface EarlierImport {
  readonly fileName: string;
  readonly doneAt: Date;
  readonly doneBy: string;
}

const SAME_HEADERS = `
  select i.mapping, i.file_name as "fileName", i.done_at as "doneAt", u.display_name as "doneBy"
    from imports i join users u on u.id = i.created_by where i.header_fingerprint = $1 and i.done_at is not null
   order by (i.created_by = $2) desc, i.done_at desc limit 1`;
const SAME_FILE = `
  select i.file_name as "fileName", i.done_at as "doneAt", u.display_name as "doneBy"
    from imports i join files f on f.id = i.file_id join users u on u.id = i.created_by
   where f.sha256 = $1 and i.source->>'sheet' is not distinct from $2 and i.state = 'done' order by i.done_at desc limit 1`;

/** Files with the same headers are the same kind of file, whatever the order of the columns. */
export const fingerprintOf = (headers: readonly string[]): string =>
  createHash('sha256').update(headers.map(normalise).sort().join('\n')).digest('hex').slice(0, 32);

/** Remembers how colleagues assigned the columns of such a file; nobody does it twice. */
@Injectable()
export class MappingMemory {
  constructor(private readonly rows: Rows) {}

  /** The newest mapping used for these headers, the caller's own first; only what she may import and the file has. */
  async recall(
    headers: readonly string[],
    resources: readonly ImportResource[],
    userId: string,
  ): Promise<{ mapping: MappingEntry[]; from: EarlierImport } | undefined> {
    const found = await this.rows.one<EarlierImport & { mapping: MappingEntry[] }>(SAME_HEADERS, [
      fingerprintOf(headers),
      userId,
    ]);
    if (!found) return undefined;
    const { mapping, ...from } = found;
    const fields = new Set(
      resources.flatMap(({ resource, fields: own }) => own.map(({ name }) => `${resource}.${name}`)),
    );
    const usable = mapping.filter(({ field, column }) => fields.has(field) && headers.includes(column));
    return usable.length > 0 ? { mapping: usable, from } : undefined;
  }

  /** The same content, and of a workbook the same sheet of it. */
  sameFile(sha256: string, sheet: string | undefined): Promise<EarlierImport | undefined> {
    return this.rows.one<EarlierImport>(SAME_FILE, [sha256, sheet ?? null]);
  }
}
