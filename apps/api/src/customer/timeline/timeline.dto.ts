import {
  DateField,
  IdField,
  InstantField,
  JsonField,
  MoneyField,
  NestedField,
  TextField,
} from '../../platform/http/fields.js';

export class TimelineFileDto {
  @IdField({ describe: 'Attachment id.' }) readonly id!: string;
  @TextField({ describe: 'What it is called.' }) readonly title!: string;
  @TextField({ describe: 'Of a link, its address.', nullable: true }) readonly address!: string | null;
}

/** One thing that happened with a customer. */
export class TimelineEntryDto {
  @IdField({ describe: 'Entry id: of the record, or of its move through the stages.' }) readonly id!: string;
  @TextField({
    describe:
      'What kind of thing: `activity`, `task`, `opportunity`, `order`, `contact`, `stage`, `file`, `change`; further modules add theirs.',
    example: 'activity',
  })
  readonly kind!: string;
  @InstantField({ describe: 'When.' }) readonly at!: Date;
  @IdField({ describe: 'Record that it is about.' }) readonly recordId!: string;
  @TextField({
    describe:
      'Of an activity its kind, of a task open or done, of an opportunity its state, of a stage the aspect, of a contact’s move `came` or `went`, of a file whether it is a file, a version or a link, of a change what changed: `customer` or `contact`, or how the customer came: `created` or `imported`.',
    nullable: true,
  })
  readonly what!: string | null;
  @TextField({ describe: 'What to show first: a subject, name or number.', nullable: true }) readonly title!:
    string | null;
  @TextField({ describe: 'What to show below.', nullable: true }) readonly text!: string | null;
  @TextField({
    describe: 'Contact, the stage entered, or the other customer of a move if the caller may see it.',
    nullable: true,
  })
  readonly with!: string | null;
  @MoneyField({ describe: 'Money, where it has any, CNY.', nullable: true }) readonly amount!: string | null;
  @DateField({
    describe: 'Day that follows from it: of the next step, or by which it is due.',
    nullable: true,
  })
  readonly nextOn!: string | null;
  @NestedField(() => TimelineFileDto, { describe: 'Files and links with it.', many: true, nullable: true })
  readonly files!: TimelineFileDto[] | null;
  @JsonField({ describe: 'Of a change, the columns before, of those that changed.', nullable: true })
  readonly before!: Record<string, unknown> | null;
  @JsonField({ describe: 'The columns after.', nullable: true }) readonly after!: Record<
    string,
    unknown
  > | null;
  @TextField({ describe: 'Who did it.', nullable: true }) readonly personName!: string | null;
}
