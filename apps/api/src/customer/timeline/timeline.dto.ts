import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  MoneyField,
  TextField,
} from '../../platform/http/fields.js';

export const TIMELINE_KINDS = [
  'activity',
  'task',
  'opportunity',
  'order',
  'contact',
  'contact-move',
  'stage',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** One thing that happened with a customer. */
export class TimelineEntryDto {
  @IdField({ describe: 'Entry id: of the record, or of its move through the stages.' }) readonly id!: string;
  @EnumField({ describe: 'What kind of thing.', values: TIMELINE_KINDS }) readonly kind!: TimelineKind;
  @InstantField({ describe: 'When.' }) readonly at!: Date;
  @IdField({ describe: 'Record that it is about.' }) readonly recordId!: string;
  @TextField({
    describe:
      'Of an activity its kind, of a task open or done, of an opportunity its state, of a stage the aspect, of a contact’s move `came` or `went`.',
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
  @TextField({ describe: 'Who did it.', nullable: true }) readonly personName!: string | null;
}
