import {
  DateField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  NestedField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';

/** One thing in somebody's calendar: of a day, or from one instant to another. */
export class CalendarEntryDto {
  @IdField({ describe: 'Record that it stands for.' }) readonly id!: string;
  @TextField({
    describe:
      'What kind of thing: `appointment`, `activity`, `task`, `follow-up`, `closing`; further modules add theirs.',
    example: 'appointment',
  })
  readonly kind!: string;
  @DateField({ describe: 'Day, of what takes no hour of its own.', nullable: true }) readonly day!:
    string | null;
  @InstantField({ describe: 'Beginning, of what has one.', nullable: true }) readonly startsAt!: Date | null;
  @InstantField({ describe: 'End.', nullable: true }) readonly endsAt!: Date | null;
  @TextField({
    describe: 'Of an appointment and an activity its kind, of a task its priority.',
    nullable: true,
  })
  readonly what!: string | null;
  @TextField({ describe: 'What to show: a subject, name or title.', nullable: true }) readonly title!:
    string | null;
  @IdField({ describe: 'Customer.', nullable: true }) readonly customerId!: string | null;
  @TextField({ describe: 'Name of the customer.', nullable: true }) readonly customerName!: string | null;
  @FlagField({ describe: 'Nothing is left to do.' }) readonly isDone!: boolean;
  @IdField({ describe: 'Whose calendar it stands in.' }) readonly ownerId!: string;
  @TextField({ describe: 'Name of that person.' }) readonly ownerName!: string;
  @IntegerField({ describe: "The record's version for `If-Match`.", example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do with it here: `move`.' })
  readonly allowedActions!: string[];
}

export class CalendarDto {
  @NestedField(() => CalendarEntryDto, { describe: 'Entries by time.', many: true })
  readonly items!: CalendarEntryDto[];
  @FlagField({ describe: 'There are more than fit: ask for fewer days or people.' }) readonly isCut!: boolean;
}
