import { EnumField, IntegerField } from '../../../platform/http/fields.js';

export const WEEKDAYS = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const REMIND = 'Hour of the day at which whoever has not handed in is reminded.';
const DUE = 'Hour of the next working day after which a report is late.';

/** When the company wants its daily reports. */
export class DailyReportSettingsDto {
  @EnumField({ describe: 'Days on which people work.', values: WEEKDAYS, many: true })
  readonly workdays!: Weekday[];
  @IntegerField({ describe: REMIND, most: 23, example: 18 }) readonly remindAtHour!: number;
  @IntegerField({ describe: DUE, most: 23, example: 10 }) readonly dueAtHour!: number;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
}

export class ChangeDailyReportSettingsDto {
  @EnumField({
    describe: 'Days on which people work; at least one.',
    values: WEEKDAYS,
    many: true,
    optional: true,
  })
  readonly workdays?: Weekday[];
  @IntegerField({ describe: REMIND, most: 23, optional: true }) readonly remindAtHour?: number;
  @IntegerField({ describe: DUE, most: 23, optional: true }) readonly dueAtHour?: number;
}
