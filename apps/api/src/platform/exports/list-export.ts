import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../auth/actor.js';
import { onCompanyClock } from '../clock/company-time.js';
import { Rows } from '../database/rows.js';
import type { ListDefinition } from '../lists/list-definition.js';
import { readListRequest, type RawQuery } from '../lists/list-request.js';
import { streamStatement } from '../lists/list-sql.js';
import type { WrittenRow } from '../spreadsheet/index.js';
import type { ExportColumn, ExportSource } from './export-source.js';

/** Rows fetched at a time: few round trips, flat memory. */
const BATCH = 2_000;

/** Makes any declared list exportable: same filters, sort, scope and hidden columns as on the screen. */
@Injectable()
export class ListExports {
  constructor(private readonly rows: Rows) {}

  of(list: ListDefinition, label: ExportSource['label'], columns: readonly ExportColumn[]): ExportSource {
    const visible = (actor: Actor) =>
      columns.filter(({ key }) => {
        const column = list.columns[key];
        return typeof column === 'string' || !column?.permission || may(actor, column.permission);
      });
    return {
      resource: list.resource,
      label,
      permission: list.permission,
      columns: (query, actor) => {
        readListRequest(list, query, actor);
        return visible(actor);
      },
      rows: (query, actor) => this.stream(list, query, actor),
    };
  }

  private async *stream(list: ListDefinition, query: RawQuery, actor: Actor): AsyncGenerator<WrittenRow> {
    const { text, values } = streamStatement(list, readListRequest(list, query, actor), actor);
    const client = await this.rows.pool().connect();
    try {
      await client.query('begin read only');
      await client.query(`declare export_rows no scroll cursor for ${text}`, [...values]);
      for (;;) {
        const { rows } = await client.query<Record<string, unknown>>(`fetch ${BATCH} from export_rows`);
        for (const row of rows) yield toWritten(row);
        if (rows.length < BATCH) break;
      }
    } finally {
      await client.query('rollback').catch(() => undefined);
      client.release();
    }
  }
}

function toWritten(row: Record<string, unknown>): WrittenRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (value instanceof Date) return [key, onCompanyClock(value)];
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
