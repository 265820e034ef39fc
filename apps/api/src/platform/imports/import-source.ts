import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { FileStore } from '../files/file-store.js';
import { openTable, type Header, type TableFile } from '../spreadsheet/index.js';
import type { ImportChoicesDto } from './import.dto.js';
import type { Samples } from './import-mapping.js';
import { ImportFileGoneError } from './import.errors.js';

const SAMPLE = 20;
/** Characters of a cell that the wizard is given; the rest is read with the file. */
const SHOWN = 200;

/** Opens the uploaded file of an import as a table. */
@Injectable()
export class ImportSource {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly files: FileStore,
  ) {}

  async open(
    fileId: string,
    fileName: string,
    { headerRow, ...choices }: ImportChoicesDto,
  ): Promise<TableFile> {
    if (!(await this.files.exists(fileId))) throw new ImportFileGoneError();
    return openTable(this.files.pathOf(fileId), fileName, {
      ...choices,
      headerRow: headerRow === 0 ? 'none' : headerRow,
      limits: { maxFileBytes: this.config.maxUploadBytes },
    });
  }
}

/** How a file was read, with its first rows; the part of it that the guesses need. */
export type DescribedTable = Record<string, unknown> & {
  readonly headers: readonly Header[];
  readonly sample: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

/** The first cells of each column. */
export const samplesOf = ({ headers, sample }: DescribedTable): Samples =>
  new Map(headers.map(({ id }, index) => [id, sample.map(({ cells }) => cells[index] ?? '')]));

/** What the wizard shows of a file: how it was read, and its first rows. */
export async function describeTable(table: TableFile): Promise<DescribedTable> {
  const sample: { line: number; cells: string[] }[] = [];
  for await (const { line, cells } of table.rows()) {
    sample.push({ line, cells: cells.map((cell) => cell.slice(0, SHOWN).toWellFormed()) });
    if (sample.length === SAMPLE) break;
  }
  const { format, encoding, delimiter, sheets, sheet, headerRow, headers, notes, estimatedRows, size } =
    table;
  return {
    format,
    encoding,
    delimiter,
    sheets,
    sheet,
    headerRow,
    headers,
    notes,
    estimatedRows,
    size,
    sample,
  };
}
