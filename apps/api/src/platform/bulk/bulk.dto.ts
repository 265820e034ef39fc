import { EnumField, FlagField, IdField, IntegerField, JsonField, TextField } from '../http/fields.js';

export const BULK_OUTCOMES = ['waiting', 'done', 'refused'] as const;

export class CreateBulkRunDto {
  @TextField({ describe: 'Which list, `customer`.', max: 60, example: 'customer' })
  readonly resource!: string;
  @TextField({ describe: 'What is done to each: `change`, `delete`, …', max: 40, example: 'change' })
  readonly action!: string;
  @IdField({ describe: 'Chosen records; else give `query`.', optional: true, many: true })
  readonly ids?: string[];
  @JsonField({ describe: "All that the list's filters leave; else give `ids`.", optional: true })
  readonly query?: Record<string, unknown>;
  @JsonField({
    describe: 'What is changed, as in the change of one.',
    optional: true,
    example: { city: '无锡' },
  })
  readonly values?: Record<string, unknown>;
  @IntegerField({ describe: 'How many the person confirmed; another number is refused.', optional: true })
  readonly expected?: number;
}

export class BulkRunDto {
  @IdField({ describe: 'Id of its job.' }) readonly id!: string;
  @TextField({ describe: 'Which list.' }) readonly resource!: string;
  @TextField({ describe: 'What is done.' }) readonly action!: string;
  @IntegerField({ describe: 'Rows in all.' }) readonly total!: number;
  @IntegerField({ describe: 'Done.' }) readonly done!: number;
  @IntegerField({ describe: 'Refused, each with its reason.' }) readonly refused!: number;
  @IntegerField({ describe: 'Not reached (yet).' }) readonly waiting!: number;
  @FlagField({ describe: 'What was done can be taken back.' }) readonly canUndo!: boolean;
}

export class BulkRowDto {
  @IdField({ describe: 'Id.' }) readonly id!: string;
  @IdField({ describe: 'Its job.' }) readonly jobId!: string;
  @IdField({ describe: 'The record.' }) readonly recordId!: string;
  @TextField({ describe: 'What the record is called; null when you may not see it.', nullable: true })
  readonly title!: string | null;
  @EnumField({ describe: 'What became of it.', values: BULK_OUTCOMES })
  readonly outcome!: (typeof BULK_OUTCOMES)[number];
  @JsonField({ describe: 'Why it was refused: code, detail, params, errors.', nullable: true })
  readonly problem!: Record<string, unknown> | null;
}
