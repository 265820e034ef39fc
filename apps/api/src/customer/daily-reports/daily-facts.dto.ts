import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  NestedField,
  TextField,
} from '../../platform/http/fields.js';

export const FACT_RESOURCES = ['activity', 'opportunity', 'customer', 'task', 'appointment'] as const;

/** One thing that was done, or is to be done, and the record it can be read at. */
export class DailyFactDto {
  @EnumField({ describe: 'What it is.', values: FACT_RESOURCES })
  readonly resource!: (typeof FACT_RESOURCES)[number];
  @IdField({ describe: 'Record.' }) readonly recordId!: string;
  @TextField({
    describe:
      'Of an activity its kind; of a deal `created`, or `open`, `won` or `lost` for the stage it came to.',
    nullable: true,
  })
  readonly what!: string | null;
  @TextField({ describe: 'Subject, name or title.', nullable: true }) readonly title!: string | null;
  @TextField({ describe: 'What was said, or is to be done.', nullable: true }) readonly text!: string | null;
  @TextField({ describe: 'Next step agreed.', nullable: true }) readonly next!: string | null;
  @IdField({ describe: 'Customer.', nullable: true }) readonly customerId!: string | null;
  @TextField({ describe: 'Name of the customer.', nullable: true }) readonly customerName!: string | null;
  @TextField({ describe: 'Stage entered, Chinese.', nullable: true }) readonly stageZh!: string | null;
  @TextField({ describe: 'Stage entered, English.', nullable: true }) readonly stageEn!: string | null;
  @InstantField({ describe: 'When it was done.', nullable: true }) readonly at!: string | null;
  @DateField({ describe: 'Day by which, or of the next step.', nullable: true }) readonly on!: string | null;
}

export class DailyFactsSectionDto {
  @IntegerField({ describe: 'How many there are.' }) readonly total!: number;
  @NestedField(() => DailyFactDto, { describe: 'The first 200.', many: true })
  readonly items!: DailyFactDto[];
}

const section = (describe: string, options: { nullable?: boolean } = {}): PropertyDecorator =>
  NestedField(() => DailyFactsSectionDto, { describe, ...options });

/** What the system knows of somebody's day. Empty of an imported report. */
export class DailyFactsDto {
  @section('What was done with customers.') readonly activities!: DailyFactsSectionDto;
  @section('Deals begun and moved; null for whoever may not see deals.', { nullable: true })
  readonly dealMoves!: DailyFactsSectionDto | null;
  @section('Customers entered.') readonly newCustomers!: DailyFactsSectionDto;
  @section('Tasks done.') readonly tasksDone!: DailyFactsSectionDto;
  @section('Tasks open after their day.') readonly tasksOverdue!: DailyFactsSectionDto;
  @section('Appointments, tasks and follow-ups up to the next working day.')
  readonly planned!: DailyFactsSectionDto;
}

export const FACT_SECTIONS = [
  'activities',
  'dealMoves',
  'newCustomers',
  'tasksDone',
  'tasksOverdue',
  'planned',
] as const satisfies readonly (keyof DailyFactsDto)[];
