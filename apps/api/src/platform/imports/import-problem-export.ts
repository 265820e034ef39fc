import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import { InvalidInputError, RecordNotFoundError } from '../errors/common.errors.js';
import { ExportSources, type ExportSource } from '../exports/export-source.js';
import type { RawQuery } from '../lists/list-request.js';
import type { WrittenRow } from '../spreadsheet/index.js';
import { problemText } from './problem-texts.js';
import type { RowProblem } from './row-reader.js';

const BATCH = 1_000;
const LINE = { key: 'line', label: { zh: '原文件行号', en: 'Row in the file' }, type: 'integer' as const };
const REASON = { key: 'reason', label: { zh: '错误原因', en: 'What is wrong' }, type: 'text' as const };

interface ProblemRow {
  line: number;
  cells: string[] | null;
  fields: Record<string, string | null>;
  problems: RowProblem[];
}

/** The rows that could not be taken, in the columns of the file, with the reason: to be mended and imported again. */
@Injectable()
export class ImportProblemExport implements OnModuleInit {
  constructor(
    private readonly sources: ExportSources,
    private readonly rows: Rows,
  ) {}

  onModuleInit(): void {
    const source: ExportSource = {
      resource: 'import-problems',
      label: { zh: '未导入的行', en: 'Rows not imported' },
      permission: 'import:run',
      columns: async (query, actor) => [
        ...(await this.headers(query, actor)).map((header, index) => ({
          key: `c${index}`,
          label: { zh: header, en: header },
          type: 'text' as const,
        })),
        LINE,
        REASON,
      ],
      rows: (query, actor) => this.stream(query, actor),
    };
    this.sources.register(source);
  }

  private async headers(query: RawQuery, actor: Actor): Promise<string[]> {
    const id = query.importId;
    if (typeof id !== 'string')
      throw new InvalidInputError([
        { pointer: '/query/importId', rule: 'required', detail: 'Say which import.' },
      ]);
    const found = await this.rows.one<{ headers: { id: string }[] }>(
      `select source->'headers' as headers from imports where id::text = $1 and created_by = $2`,
      [id, actor.id],
    );
    if (!found) throw new RecordNotFoundError('import', id.slice(0, 60));
    return found.headers.map((header) => header.id);
  }

  private async *stream(query: RawQuery, actor: Actor): AsyncGenerator<WrittenRow> {
    await this.headers(query, actor);
    const language = actor.locale === 'en' ? 'en' : 'zh';
    for (let after = -1; ;) {
      const rows = await this.rows.all<ProblemRow>(
        `select line, cells, fields, problems from import_rows where import_id = $1 and problems is not null and line > $2 order by line limit ${BATCH}`,
        [query.importId, after],
      );
      for (const { line, cells, problems } of rows) {
        const row: WrittenRow = { line, reason: problemText(problems, language) };
        for (const [index, cell] of (cells ?? []).entries()) row[`c${index}`] = cell;
        yield row;
      }
      if (rows.length < BATCH) break;
      after = rows.at(-1)!.line;
    }
  }
}
