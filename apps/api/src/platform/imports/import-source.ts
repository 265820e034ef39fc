import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { FileStore } from '../files/file-store.js';
import { openTable, type TableFile } from '../spreadsheet/index.js';
import type { ImportChoicesDto } from './import.dto.js';
import { ImportFileGoneError } from './import.errors.js';

const SAMPLE = 20;

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

/** What the wizard shows of a file: how it was read, and its first rows. */
export async function describeTable(table: TableFile): Promise<Record<string, unknown>> {
  const sample: { line: number; cells: string[] }[] = [];
  for await (const { line, cells } of table.rows()) {
    sample.push({ line, cells });
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
