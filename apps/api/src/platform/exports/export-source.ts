import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import type { RawQuery } from '../lists/list-request.js';
import type { WrittenHeader, WrittenRow } from '../spreadsheet/index.js';

export interface ExportColumn {
  readonly key: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly type: WrittenHeader['type'];
  readonly scale?: number;
  /** What people call the values of a closed set; JSON, which programs read, keeps the codes. */
  readonly words?: Readonly<Record<string, ExportSource['label']>>;
  /** Dictionary whose labels are written in place of its codes. */
  readonly dictionary?: string;
  /** The cell of a value that no file has a form for, such as a list of records. */
  readonly write?: (value: unknown) => string;
  /** Without it the column does not exist for the caller. */
  readonly permission?: string;
}

/** Something that can be taken out as a file. */
export interface ExportSource {
  readonly resource: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** Needed beside `export:run`. */
  readonly permission: `${string}:${string}`;
  /** Columns for this query, in order. @throws InvalidInputError when the query is wrong. */
  columns(query: RawQuery, actor: Actor): readonly ExportColumn[] | Promise<readonly ExportColumn[]>;
  /** Rows in the order of the list, within the caller's scope, as a stream. */
  rows(query: RawQuery, actor: Actor): AsyncIterable<WrittenRow>;
}

/** What the modules offer for export, by resource. */
@Injectable()
export class ExportSources {
  private readonly byResource = new Map<string, ExportSource>();

  register(...sources: ExportSource[]): void {
    for (const source of sources) this.byResource.set(source.resource, source);
  }

  find(resource: string): ExportSource | undefined {
    return this.byResource.get(resource);
  }
}
