import {
  DateField,
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  NestedField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { DailyFactsDto } from './daily-facts.dto.js';
import { REMARK_KINDS, REPORT_STATES, type RemarkKind, type ReportState } from './daily-report.entity.js';

const left = { optional: true, nullable: true, max: 5000 } as const;

export class DailyReportDto {
  @IdField({ describe: 'Report id.' }) readonly id!: string;
  @DateField({ describe: 'Day that it is about.' }) readonly day!: string;
  @IdField({ describe: 'Author.' }) readonly authorId!: string;
  @TextField({ describe: 'Name of the author.' }) readonly authorName!: string;
  @TextField({ describe: 'Her department when she wrote it.', nullable: true })
  readonly departmentName!: string | null;
  @TextField({ describe: 'What she says of the day.', max: 10_000 }) readonly content!: string;
  @TextField({ describe: 'What she will do next.', nullable: true, max: 5000 }) readonly plan!: string | null;
  @TextField({ describe: 'Where she needs help.', nullable: true, max: 5000 }) readonly help!: string | null;
  @EnumField({ describe: 'Whether somebody has read it.', values: REPORT_STATES })
  readonly state!: ReportState;
  @IntegerField({ describe: 'Activities of the day, when it was handed in.' }) readonly activities!: number;
  @IntegerField({ describe: 'Tasks done that day, when it was handed in.' }) readonly tasksDone!: number;
  @FlagField({ describe: 'Handed in after it was due.' }) readonly isLate!: boolean;
  @EnumField({ describe: 'Written here, or of another system.', values: ['entered', 'imported'] })
  readonly source!: 'entered' | 'imported';
  @InstantField({ describe: 'When it was handed in; null of imported ones.', nullable: true })
  readonly submittedAt!: Date | null;
  @InstantField({ describe: 'When it was first read by somebody else.', nullable: true })
  readonly readAt!: Date | null;
  @TextField({ describe: 'By whom.', nullable: true }) readonly readByName!: string | null;
  @IntegerField({ describe: 'Comments on it.' }) readonly comments!: number;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next: `change`, `add`, `read`, `comment`.' })
  readonly allowedActions!: string[];
}

export class DailyReportRemarkDto {
  @IdField({ describe: 'Remark id.' }) readonly id!: string;
  @EnumField({ describe: 'A comment of a reader, or an addition of the author.', values: REMARK_KINDS })
  readonly kind!: RemarkKind;
  @TextField({ describe: 'What is said.', max: 5000 }) readonly content!: string;
  @TextField({ describe: 'Who says it.' }) readonly authorName!: string;
  @InstantField({ describe: 'When.' }) readonly createdAt!: Date;
}

export class DailyReportDetailDto extends DailyReportDto {
  @NestedField(() => DailyFactsDto, { describe: 'The day as the system knew it when it was handed in.' })
  readonly facts!: DailyFactsDto;
  @NestedField(() => DailyReportRemarkDto, { describe: 'What was said since, oldest first.', many: true })
  readonly remarks!: DailyReportRemarkDto[];
}

/** What is known before anything is written. */
export class DailyReportDraftDto {
  @DateField({ describe: 'Day.' }) readonly day!: string;
  @IdField({ describe: "The caller's report of the day, where there is one.", nullable: true })
  readonly reportId!: string | null;
  @FlagField({ describe: 'Whether it is a working day.' }) readonly isWorkday!: boolean;
  @InstantField({ describe: 'After this it is late.' }) readonly dueAt!: Date;
  @NestedField(() => DailyFactsDto, { describe: 'What the system knows of the day now.' })
  readonly facts!: DailyFactsDto;
}

export class ChangeDailyReportDto {
  @TextField({ describe: 'What she says of the day.', optional: true, max: 10_000 })
  readonly content?: string;
  @TextField({ describe: 'What she will do next.', ...left }) readonly plan?: string | null;
  @TextField({ describe: 'Where she needs help.', ...left }) readonly help?: string | null;
}

export class SubmitDailyReportDto {
  @DateField({ describe: 'Day that it is about; today or before.' }) readonly day!: string;
  @TextField({ describe: 'What she says of the day.', max: 10_000 }) readonly content!: string;
  @TextField({ describe: 'What she will do next.', ...left }) readonly plan?: string | null;
  @TextField({ describe: 'Where she needs help.', ...left }) readonly help?: string | null;
}

export class RemarkDto {
  @TextField({ describe: 'What is said.', max: 5000 }) readonly content!: string;
}
