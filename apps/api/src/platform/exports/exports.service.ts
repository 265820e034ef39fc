import { PassThrough } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { may, type Actor } from '../auth/actor.js';
import { onCompanyClock } from '../clock/company-time.js';
import { Clock } from '../clock/clock.js';
import { Dictionaries } from '../dictionaries/dictionaries.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { ForbiddenActionError, InvalidInputError } from '../errors/common.errors.js';
import { Notifications } from '../notifications/notifications.js';
import { FileStore, type StoredFile } from '../files/file-store.js';
import type { JobDto } from '../jobs/job.dto.js';
import { JobHandlers, type JobContext } from '../jobs/job-handler.js';
import { Jobs } from '../jobs/jobs.js';
import type { RawQuery } from '../lists/list-request.js';
import { writeTable, type WrittenRow } from '../spreadsheet/index.js';
import type { CreateExportDto } from './export.dto.js';
import { ExportSources, type ExportColumn, type ExportSource } from './export-source.js';

const MEDIA_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  json: 'application/json',
} as const;

/** Lists and statistics as files, made by a job; the file is the requester's own. */
@Injectable()
export class ExportsService implements OnModuleInit {
  constructor(
    private readonly sources: ExportSources,
    private readonly handlers: JobHandlers,
    private readonly jobs: Jobs,
    private readonly work: UnitOfWork,
    private readonly files: FileStore,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
    private readonly dictionaries: Dictionaries,
  ) {}

  onModuleInit(): void {
    this.handlers.register<CreateExportDto>({
      kind: 'export.run',
      run: (input, context) => this.run(input, context),
    });
  }

  /** Checks at once what can be checked, so that a wrong request is refused now and not by a failed job. */
  async request(dto: CreateExportDto, actor: Actor): Promise<JobDto> {
    await this.chosen(this.source(dto.resource, actor), dto, actor);
    return this.work.run(actor, 'export.request', (unit) =>
      this.jobs.request(unit, 'export.run', { ...dto }),
    );
  }

  private async run(
    dto: CreateExportDto,
    context: JobContext,
  ): Promise<{ fileId: string; fileName: string; rows: number }> {
    const source = this.source(dto.resource, context.actor);
    const columns = await this.chosen(source, dto, context.actor);
    const headers = columns.map(({ key, label, type, scale }) => ({
      key,
      type,
      scale,
      label: context.actor.locale === 'en' ? label.en : label.zh,
    }));
    const title = context.actor.locale === 'en' ? source.label.en : source.label.zh;
    const fileName = `${title}-${onCompanyClock(this.clock.now()).slice(0, 16).replace(/[T:]/g, '')}.${dto.format}`;
    const through = new PassThrough();
    const read = source.rows(queryOf(dto), context.actor);
    const rows = counted(
      dto.format === 'json' ? read : worded(read, this.withWords(columns), context.actor),
      context,
    );
    const [file, written] = await Promise.all([
      this.files.save(through, fileName, context.actor, MEDIA_TYPES[dto.format]),
      writeTable({ format: dto.format, encoding: dto.encoding, headers, rows, sheetName: title }, through),
    ]);
    await this.tell(file, written.rows, context);
    return { fileId: file.id, fileName, rows: written.rows };
  }

  private async tell({ id, name }: StoredFile, rows: number, { actor }: JobContext): Promise<void> {
    const notice = { kind: 'export.done', params: { fileName: name, rows, fileId: id } };
    await this.work.run(actor, 'export.done', (unit) => this.notifications.notify(unit, actor.id, notice));
  }

  /** Dictionaries as they are now. */
  private withWords(columns: readonly ExportColumn[]): ExportColumn[] {
    return columns.map((column) =>
      column.dictionary ? { ...column, words: this.dictionaries.words(column.dictionary) } : column,
    );
  }

  private source(resource: string, actor: Actor): ExportSource {
    const source = this.sources.find(resource);
    if (!source)
      throw new InvalidInputError([
        { pointer: '/resource', rule: 'unknown', detail: `"${resource}" cannot be exported.` },
      ]);
    if (!may(actor, source.permission)) throw new ForbiddenActionError(source.permission);
    return source;
  }

  private async chosen(
    source: ExportSource,
    dto: CreateExportDto,
    actor: Actor,
  ): Promise<readonly ExportColumn[]> {
    const visible = await source.columns(queryOf(dto), actor);
    if (!dto.columns || dto.columns.length === 0) return visible;
    return dto.columns.map((key) => {
      const column = visible.find((candidate) => candidate.key === key);
      if (!column)
        throw new InvalidInputError([
          { pointer: '/columns', rule: 'unknown', detail: `There is no column "${key}".` },
        ]);
      return column;
    });
  }
}

/** A page's place is no part of what is exported. */
const queryOf = ({ query = {} }: CreateExportDto): RawQuery => {
  const { cursor: _cursor, limit: _limit, ...rest } = query;
  return rest;
};

/** Rows with the words that people use in place of codes. */
async function* worded(
  rows: AsyncIterable<WrittenRow>,
  columns: readonly ExportColumn[],
  { locale }: Actor,
): AsyncGenerator<WrittenRow> {
  const coded = columns.filter(({ words }) => words);
  for await (const row of rows) {
    for (const { key, words } of coded) {
      const word = words?.[String(row[key])];
      if (word) row[key] = locale === 'en' ? word.en : word.zh;
    }
    yield row;
  }
}

async function* counted(rows: AsyncIterable<WrittenRow>, context: JobContext): AsyncGenerator<WrittenRow> {
  let done = 0;
  for await (const row of rows) {
    yield row;
    done += 1;
    if (done % 500 === 0) await context.progress(done, null, 'write');
  }
}
