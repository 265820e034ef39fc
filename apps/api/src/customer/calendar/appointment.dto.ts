import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { ChangeActivityDto } from '../activities/activity.dto.js';
import { APPOINTMENT_KINDS, type AppointmentKind } from './appointment.entity.js';
import { APPOINTMENT_STATES, type AppointmentState } from './appointment.transitions.js';

const left = { optional: true, nullable: true } as const;

export class AppointmentDto {
  @IdField({ describe: 'Appointment id.' }) readonly id!: string;
  @EnumField({ describe: 'What is planned.', values: APPOINTMENT_KINDS }) readonly kind!: AppointmentKind;
  @TextField({ describe: 'Subject.', nullable: true, example: '送样并谈年度价格' }) readonly subject!:
    string | null;
  @TextField({ describe: 'Where.', nullable: true }) readonly location!: string | null;
  @TextField({ describe: 'What to bear in mind.', nullable: true, max: 2000 }) readonly note!: string | null;
  @InstantField({ describe: 'Beginning.' }) readonly startsAt!: Date;
  @InstantField({ describe: 'End.' }) readonly endsAt!: Date;
  @IntegerField({ describe: 'Minutes before its beginning to be reminded; null for never.', nullable: true })
  readonly remindMinutes!: number | null;
  @EnumField({ describe: 'Planned or done.', values: APPOINTMENT_STATES }) readonly state!: AppointmentState;
  @IdField({ describe: 'Activity that was logged of it.', nullable: true }) readonly activityId!:
    string | null;
  @IdField({ describe: 'Customer.', nullable: true }) readonly customerId!: string | null;
  @TextField({ describe: 'Name of the customer.', nullable: true }) readonly customerName!: string | null;
  @IdField({ describe: 'Contact.', nullable: true }) readonly contactId!: string | null;
  @TextField({ describe: 'Name of the contact.', nullable: true }) readonly contactName!: string | null;
  @IdField({ describe: 'Opportunity.', nullable: true }) readonly opportunityId!: string | null;
  @TextField({ describe: 'Name of the opportunity.', nullable: true }) readonly opportunityName!:
    string | null;
  @IdField({ describe: 'Who is to go.' }) readonly assigneeId!: string;
  @TextField({ describe: 'Name of that person.' }) readonly assigneeName!: string;
  @TextField({ describe: 'Who planned it.' }) readonly createdByName!: string;
  @InstantField({ describe: 'When it was entered.' }) readonly createdAt!: Date;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

class AppointmentInputDto {
  @EnumField({
    describe: 'What is planned; a visit where left out.',
    values: APPOINTMENT_KINDS,
    optional: true,
  })
  readonly kind?: AppointmentKind;
  @TextField({ describe: 'Subject; needed where no customer is named.', ...left }) readonly subject?:
    string | null;
  @TextField({ describe: 'Where.', ...left }) readonly location?: string | null;
  @TextField({ describe: 'What to bear in mind.', ...left, max: 2000 }) readonly note?: string | null;
  @IntegerField({
    describe: 'Minutes before its beginning to be reminded; null for never.',
    ...left,
    most: 1440,
  })
  readonly remindMinutes?: number | null;
  @IdField({ describe: 'Contact of the customer.', ...left }) readonly contactId?: string | null;
  @IdField({ describe: 'Opportunity of the customer.', ...left }) readonly opportunityId?: string | null;
  @IdField({ describe: 'Who is to go; you where left out.', optional: true }) readonly assigneeId?: string;
}

export class CreateAppointmentDto extends AppointmentInputDto {
  @IdField({ describe: "Customer; the opportunity's where left out.", ...left }) readonly customerId?:
    string | null;
  @InstantField({ describe: 'Beginning.' }) readonly startsAt!: string;
  @InstantField({ describe: 'End; an hour later where left out.', optional: true }) readonly endsAt?: string;
}

export class ChangeAppointmentDto extends AppointmentInputDto {
  @InstantField({ describe: 'Beginning; it keeps its length where the end is left out.', optional: true })
  readonly startsAt?: string;
  @InstantField({ describe: 'End.', optional: true }) readonly endsAt?: string;
}

/** What became of it: the activity to be logged. Left out, its kind, time and length are as planned. */
export class CompleteAppointmentDto extends ChangeActivityDto {
  @IdField({ describe: 'Files of the caller, attached to the activity.', optional: true, many: true })
  readonly fileIds?: string[];
}
