import {
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  NestedField,
  TextField,
  TextListField,
} from '../http/fields.js';
import { MAPPING_RULES, type MappingRule } from './import-mapping.js';
import { IMPORT_MODES, type ImportMode } from './import-tables.js';
import type { Aliases } from './row-reader.js';

export const IMPORT_STATES = [
  'draft',
  'checking',
  'checked',
  'running',
  'done',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export class MappingEntryDto {
  @TextField({ describe: 'Field, `resource.field`.', example: 'customer.name' }) readonly field!: string;
  @TextField({ describe: 'Id of the header that fills it.', max: 500, example: '客户名称' })
  readonly column!: string;
  @EnumField({
    describe: 'Take the cell as it is, only its first word, or only the part of it that the field is about.',
    values: MAPPING_RULES,
  })
  readonly rule!: MappingRule;
}

export class ImportChoicesDto {
  @TextField({
    describe: 'Encoding instead of the recognised one.',
    optional: true,
    max: 40,
    example: 'gb18030',
  })
  readonly encoding?: string;
  @TextField({
    describe: 'Delimiter instead of the recognised one.',
    optional: true,
    max: 1,
    keepSpaces: true,
  })
  readonly delimiter?: string;
  @TextField({ describe: 'Sheet of a workbook.', optional: true }) readonly sheet?: string;
  @IntegerField({
    describe: 'Row that holds the headers, counted from 1; 0 when there is none.',
    optional: true,
    most: 1000,
  })
  readonly headerRow?: number;
}

export class ImportOptionsDto {
  @EnumField({
    describe: 'What to do with records that are new or already there.',
    values: IMPORT_MODES,
    optional: true,
  })
  readonly mode?: ImportMode;
  @FlagField({ describe: 'Leave out rows with errors instead of refusing the file.', optional: true })
  readonly skipProblemRows?: boolean;
  @EnumField({
    describe: 'What an empty cell does to a record that is there.',
    values: ['leave', 'clear'],
    optional: true,
  })
  readonly empty?: 'leave' | 'clear';
  @JsonField({
    describe: 'Resource → key by which its records are recognised.',
    optional: true,
    example: { customer: 'name' },
  })
  readonly keys?: Record<string, string>;
  @JsonField({
    describe: 'Field → text in the file → what is meant by it.',
    optional: true,
    example: { 'product.name': { GTXPro: 'GTX Pro' } },
  })
  readonly aliases?: Aliases;
}

export class CreateImportDto {
  @IdField({ describe: 'Uploaded file.' }) readonly fileId!: string;
  @NestedField(() => ImportChoicesDto, {
    describe: 'How to read it; what is left out is recognised.',
    optional: true,
  })
  readonly choices?: ImportChoicesDto;
}

export class ChangeImportDto {
  @NestedField(() => ImportChoicesDto, {
    describe: 'How to read the file; the columns are guessed anew.',
    optional: true,
  })
  readonly choices?: ImportChoicesDto;
  @NestedField(() => MappingEntryDto, {
    describe: 'Columns by field.',
    optional: true,
    many: true,
    most: 500,
  })
  readonly mapping?: MappingEntryDto[];
  @NestedField(() => ImportOptionsDto, { describe: 'What to do with the rows.', optional: true })
  readonly options?: ImportOptionsDto;
}

export class ImportDto {
  @IdField({ describe: 'Import id.' }) readonly id!: string;
  @IdField({ describe: 'Uploaded file.' }) readonly fileId!: string;
  @TextField({ describe: 'Name of the file.' }) readonly fileName!: string;
  @EnumField({ describe: 'State.', values: IMPORT_STATES }) readonly state!: ImportState;
  @JsonField({ describe: 'How the file is read, where somebody chose.' }) readonly choices!: Record<
    string,
    unknown
  >;
  @JsonField({
    describe:
      'What the file is: format, encoding with confidence and alternatives, sheets, headers, notes, first rows.',
  })
  readonly source!: Record<string, unknown>;
  @NestedField(() => MappingEntryDto, { describe: 'Columns by field.', many: true })
  readonly mapping!: MappingEntryDto[];
  @NestedField(() => ImportOptionsDto, { describe: 'What to do with the rows.' })
  readonly options!: ImportOptionsDto;
  @TextListField({ describe: 'Resources that this file feeds, in order of writing.' })
  readonly resources!: string[];
  @JsonField({
    describe: 'Import from whose columns the mapping was taken: fileName, doneAt, doneBy.',
    nullable: true,
  })
  readonly remembered!: Record<string, unknown> | null;
  @JsonField({
    describe: 'Import of the very same file, done before: fileName, doneAt, doneBy.',
    nullable: true,
  })
  readonly sameFile!: Record<string, unknown> | null;
  @TextListField({ describe: 'Fields still needed before some of the mapped columns can be used.' })
  readonly missing!: string[];
  @JsonField({ describe: 'Figures of the last check, run or undo.', nullable: true })
  readonly summary!: Record<string, unknown> | null;
  @IdField({ describe: 'Job that works on it, or did last.', nullable: true }) readonly jobId!: string | null;
  @InstantField({ describe: 'When the import was done.', nullable: true }) readonly doneAt!: Date | null;
  @InstantField({ describe: 'When it was begun.' }) readonly createdAt!: Date;
  @IntegerField({ describe: 'Version.', example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

export class ImportRowDto {
  @IntegerField({ describe: 'Row of the file, as a person counts it.' }) readonly line!: number;
  @JsonField({ describe: 'Values by field.' }) readonly fields!: Record<string, unknown>;
  @TextListField({ describe: 'Cells as they stand in the file; only of rows with errors.', nullable: true })
  readonly cells!: string[] | null;
  @JsonField({ describe: 'What is wrong: code, column, params.', nullable: true }) readonly problems!: Record<
    string,
    unknown
  > | null;
}

class ImportLabelDto {
  @TextField({ describe: 'Chinese.' }) readonly zh!: string;
  @TextField({ describe: 'English.' }) readonly en!: string;
}

class ImportableFieldDto {
  @TextField({ describe: 'Field, `resource.field`.', example: 'customer.name' }) readonly field!: string;
  @NestedField(() => ImportLabelDto, { describe: 'Label.' }) readonly label!: ImportLabelDto;
  @TextField({ describe: 'Type.', example: 'text' }) readonly type!: string;
  @FlagField({ describe: 'Must not be empty.' }) readonly required!: boolean;
  @FlagField({ describe: 'Part of what identifies the record.' }) readonly key!: boolean;
  @FlagField({ describe: 'Can be found as a part of a cell that holds more (the city in 省市区).' })
  readonly isPart!: boolean;
}

export class ImportableResourceDto {
  @TextField({ describe: 'Resource word.', example: 'customer' }) readonly resource!: string;
  @NestedField(() => ImportLabelDto, { describe: 'Label.' }) readonly label!: ImportLabelDto;
  @FlagField({ describe: 'Whether files may bring such records in, so that there is a template for them.' })
  readonly hasTemplate!: boolean;
  @TextListField({
    describe: 'Keys by which records can be recognised, the usual one first.',
    example: ['number', 'name'],
  })
  readonly keys!: string[];
  @NestedField(() => ImportableFieldDto, { describe: 'Fields.', many: true })
  readonly fields!: ImportableFieldDto[];
}
