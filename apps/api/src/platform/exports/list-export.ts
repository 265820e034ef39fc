import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { onCompanyClock } from '../clock/company-time.js';
import { Rows } from '../database/rows.js';
import type { ListDefinition } from '../lists/list-definition.js';
import { Lists } from '../lists/lists.js';
import { readListRequest, type RawQuery } from '../lists/list-request.js';
import { streamStatement, visibleColumns } from '../lists/list-sql.js';
import type { WrittenRow } from '../spreadsheet/index.js';
import { ImportResources } from '../imports/import-resource.js';
import { resolveColumn, type DeclaredColumn } from './declared-columns.js';
import type { ExportColumn, ExportSource } from './export-source.js';

/** Rows fetched at a time: few round trips, flat memory. */
const BATCH = 2_000;

/** Columns that the company has added to a list, and how a row gives their cells. */
export interface ExportExtension {
  columns(list: ListDefinition, actor: Actor): readonly ExportColumn[];
  values(resource: string, row: Record<string, unknown>, actor: Actor): Record<string, unknown>;
}

/** Makes any declared list exportable: same filters, sort, scope and hidden columns as on the screen. */
@Injectable()
export class ListExports {
  private readonly extensions: ExportExtension[] = [];

  constructor(
    private readonly rows: Rows,
    private readonly lists: Lists,
    private readonly imports: ImportResources,
  ) {}

  /** Adds columns to the exports of lists. */
  extend(extension: ExportExtension): void {
    this.extensions.push(extension);
  }

  of(list: ListDefinition, label: ExportSource['label'], columns: readonly DeclaredColumn[]): ExportSource {
    // Resolved when asked: a module may register before the one whose field it names.
    const resolved = () => columns.map((column) => resolveColumn(column, list.resource, this.imports));
    const visible = (actor: Actor) => {
      const seen = new Set(visibleColumns(list, actor).map(([name]) => name));
      return resolved().filter(({ key }) => seen.has(key));
    };
    return {
      resource: list.resource,
      label,
      permission: list.permission,
      columns: (query, actor) => {
        readListRequest(this.lists.definition(list, actor), query, actor);
        return [...visible(actor), ...this.extensions.flatMap((extension) => extension.columns(list, actor))];
      },
      rows: (query, actor) => this.stream(list, query, actor, writersOf(resolved())),
    };
  }

  private async *stream(
    declared: ListDefinition,
    query: RawQuery,
    actor: Actor,
    writers: Writers,
  ): AsyncGenerator<WrittenRow> {
    const list = this.lists.definition(declared, actor);
    const { text, values } = streamStatement(list, readListRequest(list, query, actor), actor);
    const client = await this.rows.pool().connect();
    try {
      await client.query('begin read only');
      await client.query(`declare export_rows no scroll cursor for ${text}`, [...values]);
      for (;;) {
        const { rows } = await client.query<Record<string, unknown>>(`fetch ${BATCH} from export_rows`);
        for (const row of rows) yield toWritten(this.extended(list.resource, row, actor), writers);
        if (rows.length < BATCH) break;
      }
    } finally {
      await client.query('rollback').catch(() => undefined);
      client.release();
    }
  }

  private extended(resource: string, row: Record<string, unknown>, actor: Actor): Record<string, unknown> {
    return this.extensions.reduce((made, extension) => extension.values(resource, made, actor), row);
  }
}

type Writers = ReadonlyMap<string, (value: unknown) => string>;

const writersOf = (columns: readonly ExportColumn[]): Writers =>
  new Map(columns.flatMap(({ key, write }) => (write ? [[key, write]] : [])));

function toWritten(row: Record<string, unknown>, writers: Writers): WrittenRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      const write = writers.get(key);
      if (write) return [key, write(value)];
      if (value instanceof Date) return [key, onCompanyClock(value)];
      if (Array.isArray(value)) return [key, value.map(nameOf).join('、')];
      return [
        key,
        typeof value === 'boolean' || typeof value === 'object'
          ? value === null
            ? null
            : JSON.stringify(value)
          : (value as string | number),
      ];
    }),
  );
}

/** One of several words, or of several records that a list shows by their names. */
const nameOf = (one: unknown): unknown => (one as { name?: unknown } | null)?.name ?? one;
