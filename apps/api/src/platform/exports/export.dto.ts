import { EnumField, JsonField, TextField, TextListField } from '../http/fields.js';

export const EXPORT_FORMATS = ['xlsx', 'csv', 'json'] as const;
export const EXPORT_ENCODINGS = ['utf-8', 'gb18030'] as const;

export class CreateExportDto {
  @TextField({ describe: 'What to take out.', example: 'customer' }) readonly resource!: string;
  @EnumField({ describe: 'File format.', values: EXPORT_FORMATS })
  readonly format!: (typeof EXPORT_FORMATS)[number];
  @EnumField({
    describe: 'Encoding of a CSV file; UTF-8 (with BOM) unless told.',
    values: EXPORT_ENCODINGS,
    optional: true,
  })
  readonly encoding?: (typeof EXPORT_ENCODINGS)[number];
  @JsonField({
    describe: "The list's query: filters, `q`, `sort`; for statistics also `groupBy`.",
    optional: true,
  })
  readonly query?: Record<string, unknown>;
  @TextListField({ describe: 'Columns in order; all that you may see unless told.', optional: true })
  readonly columns?: string[];
}
