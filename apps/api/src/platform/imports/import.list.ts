import { EnumField, IdField, InstantField, JsonField, TextField } from '../http/fields.js';
import { defineList } from '../lists/list-definition.js';
import { IMPORT_STATES, type ImportState } from './import.dto.js';

export class ImportListRowDto {
  @IdField({ describe: 'Import id.' }) readonly id!: string;
  @IdField({ describe: 'Uploaded file; several imports may come from the sheets of one.' })
  readonly fileId!: string;
  @TextField({ describe: 'Name of the file.' }) readonly fileName!: string;
  @TextField({ describe: 'Sheet of a workbook.', nullable: true }) readonly sheet!: string | null;
  @EnumField({ describe: 'State.', values: IMPORT_STATES }) readonly state!: ImportState;
  @JsonField({ describe: 'Figures of the last step.', nullable: true }) readonly summary!: Record<
    string,
    unknown
  > | null;
  @IdField({ describe: 'Job that works on it, or did last.', nullable: true }) readonly jobId!: string | null;
  @InstantField({ describe: 'When it was done.', nullable: true }) readonly doneAt!: Date | null;
  @InstantField({ describe: 'When it was begun.' }) readonly createdAt!: Date;
}

export const importList = defineList({
  resource: 'import',
  permission: 'import:run',
  table: 'imports i',
  key: 'i.id',
  columns: {
    id: 'i.id',
    fileId: 'i.file_id',
    fileName: 'i.file_name',
    sheet: `i.source->>'sheet'`,
    state: 'i.state',
    summary: 'i.summary',
    jobId: 'i.job_id',
    doneAt: 'i.done_at',
    createdAt: 'i.created_at',
  },
  filters: {
    state: { kind: 'any-of', sql: 'i.state', type: 'text', values: IMPORT_STATES, describe: 'State.' },
    fileId: { kind: 'any-of', sql: 'i.file_id', type: 'uuid', describe: 'Uploaded file.' },
  },
  sorts: { createdAt: { sql: 'i.created_at', type: 'timestamptz' } },
  defaultSort: '-createdAt',
  mine: 'i.created_by',
});

export const importRowList = defineList({
  resource: 'import-row',
  permission: 'import:run',
  table: 'import_rows r',
  joins: 'join imports i on i.id = r.import_id',
  key: 'r.line',
  keyType: 'bigint',
  columns: { line: 'r.line', fields: 'r.fields', cells: 'r.cells', problems: 'r.problems' },
  filters: {
    importId: { kind: 'any-of', sql: 'r.import_id', type: 'uuid', describe: 'Import (given by the path).' },
    hasProblems: {
      kind: 'any-of',
      sql: '(r.problems is not null)',
      type: 'boolean',
      describe: 'Rows with or without errors.',
    },
  },
  sorts: { line: { sql: 'r.line', type: 'integer' } },
  defaultSort: 'line',
  mine: 'i.created_by',
});
