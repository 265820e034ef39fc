import {
  DateField,
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { ACTIVITY_KINDS, type ActivityKind } from './activity.entity.js';

const left = { optional: true, nullable: true } as const;

export class ActivityDto {
  @IdField({ describe: 'Activity id.' }) readonly id!: string;
  @EnumField({ describe: 'What was done.', values: ACTIVITY_KINDS }) readonly kind!: ActivityKind;
  @TextField({ describe: 'Subject.', nullable: true }) readonly subject!: string | null;
  @TextField({ describe: 'What was said and done.', nullable: true, max: 10_000 }) readonly content!:
    string | null;
  @InstantField({ describe: 'When.' }) readonly occurredAt!: Date;
  @IntegerField({ describe: 'Minutes it took.', nullable: true }) readonly durationMinutes!: number | null;
  @IdField({ describe: 'Customer.', nullable: true }) readonly customerId!: string | null;
  @TextField({ describe: 'Name of the customer.', nullable: true }) readonly customerName!: string | null;
  @IdField({ describe: 'Contact.', nullable: true }) readonly contactId!: string | null;
  @TextField({ describe: 'Name of the contact.', nullable: true }) readonly contactName!: string | null;
  @IdField({ describe: 'Opportunity.', nullable: true }) readonly opportunityId!: string | null;
  @TextField({ describe: 'Name of the opportunity.', nullable: true }) readonly opportunityName!:
    string | null;
  @IdField({ describe: 'Colleagues who took part.', many: true }) readonly participantIds!: string[];
  @TextListField({ describe: 'Their names.' }) readonly participantNames!: string[];
  @TextField({ describe: 'What was agreed next.', nullable: true }) readonly nextStep!: string | null;
  @DateField({ describe: 'Day of it.', nullable: true }) readonly nextStepOn!: string | null;
  @IdField({ describe: 'Author.', nullable: true }) readonly authorId!: string | null;
  @TextField({ describe: 'Name of the author.', nullable: true }) readonly authorName!: string | null;
  @InstantField({ describe: 'When it was entered.' }) readonly createdAt!: Date;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

export class ChangeActivityDto {
  @EnumField({ describe: 'What was done.', values: ACTIVITY_KINDS, optional: true })
  readonly kind?: ActivityKind;
  @TextField({ describe: 'Subject.', ...left, max: 200 }) readonly subject?: string | null;
  @TextField({ describe: 'What was said and done.', ...left, max: 10_000 }) readonly content?: string | null;
  @InstantField({ describe: 'When; now where left out.', optional: true }) readonly occurredAt?: string;
  @IntegerField({ describe: 'Minutes it took.', ...left, most: 1440 }) readonly durationMinutes?:
    number | null;
  @IdField({ describe: 'Contact of the customer.', ...left }) readonly contactId?: string | null;
  @IdField({ describe: 'Opportunity of the customer.', ...left }) readonly opportunityId?: string | null;
  @IdField({ describe: 'Colleagues who took part.', optional: true, many: true })
  readonly participantIds?: string[];
  @TextField({ describe: 'What was agreed next.', ...left, max: 200 }) readonly nextStep?: string | null;
  @DateField({ describe: 'Day of it; becomes the next follow-up of the customer.', ...left })
  readonly nextStepOn?: string | null;
}

export class CreateActivityDto extends ChangeActivityDto {
  @IdField({ describe: 'Files of the caller, attached with it.', optional: true, many: true })
  readonly fileIds?: string[];
  @IdField({ describe: "Customer; the opportunity's where left out.", ...left }) readonly customerId?:
    string | null;
}
