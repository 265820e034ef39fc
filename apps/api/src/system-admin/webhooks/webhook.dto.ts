import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  NestedField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { WEBHOOK_STATES, type WebhookState } from './webhook.transitions.js';

export const DELIVERY_STATES = ['pending', 'delivered', 'failed', 'withheld'] as const;
const TYPES = 'Events it is told of: `customer.created`, all of a resource `customer.*`, or all `*`.';

export class WebhookDto {
  @IdField({ describe: 'Webhook id.' }) readonly id!: string;
  @TextField({ describe: 'Name.', example: 'ERP' }) readonly name!: string;
  @TextField({ describe: 'Where events are sent.', max: 500, example: 'https://erp.example.com/juke' })
  readonly url!: string;
  @TextListField({ describe: TYPES, example: ['customer.*'] }) readonly eventTypes!: string[];
  @IdField({ describe: 'User whose rights and reach decide what is sent.' }) readonly userId!: string;
  @TextField({ describe: 'Name of that user.' }) readonly userName!: string;
  @EnumField({
    describe: 'Whether it is sent to, and why not: `given-up` is switched off after many failures.',
    values: WEBHOOK_STATES,
  })
  readonly state!: WebhookState;
  @InstantField({ describe: 'First failure since the last success.', nullable: true })
  readonly failingSince!: string | null;
  @InstantField({ describe: 'Last delivery that was taken.', nullable: true }) readonly lastSuccessAt!:
    string | null;
  @InstantField({ describe: 'Until when the secret before this one signs as well.', nullable: true })
  readonly oldSecretUntil!: string | null;
  @InstantField({ describe: 'When it was made.' }) readonly createdAt!: string;
  @IntegerField({ describe: 'Version.', example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

export class WebhookWithSecretDto extends WebhookDto {
  @TextField({
    describe: 'The secret that signs, told this once; for any library of Standard Webhooks.',
    example: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
  })
  readonly secret!: string;
}

export class CreateWebhookDto {
  @TextField({ describe: 'Name; no other webhook of this user has it.', max: 60, example: 'ERP' })
  readonly name!: string;
  @TextField({
    describe: 'Where events are sent: https, and not into a private network.',
    max: 500,
    example: 'https://erp.example.com/juke',
  })
  readonly url!: string;
  @TextListField({ describe: TYPES, max: 100, most: 50, example: ['customer.*'] })
  readonly eventTypes!: string[];
}

export class ChangeWebhookDto {
  @TextField({ describe: 'Name.', max: 60, optional: true }) readonly name?: string;
  @TextField({ describe: 'Where events are sent.', max: 500, optional: true }) readonly url?: string;
  @TextListField({ describe: TYPES, max: 100, most: 50, optional: true }) readonly eventTypes?: string[];
}

export class EnableWebhookDto {
  @EnumField({
    describe: 'What of the time when it was off: `send` it all now, or `skip` it.',
    values: ['send', 'skip'],
  })
  readonly missed!: 'send' | 'skip';
}

export class ReplayWebhookDto {
  @InstantField({ describe: 'Deliveries made from then on are sent again, with the ids they had.' })
  readonly since!: string;
  @EnumField({
    describe: '`failed`: only what was given up; `all`: what was taken as well.',
    values: ['failed', 'all'],
  })
  readonly which!: 'failed' | 'all';
}

export class ReplayedDto {
  @IntegerField({ describe: 'Deliveries that are sent again.', example: 12 }) readonly count!: number;
}

export class WebhookAttemptDto {
  @InstantField({ describe: 'When.' }) readonly at!: string;
  @IntegerField({ describe: 'How long it took, in milliseconds.', example: 84 }) readonly ms!: number;
  @IntegerField({ describe: 'HTTP status of the answer.', nullable: true, example: 200 })
  readonly status!: number | null;
  @TextField({ describe: 'Beginning of the answer.', nullable: true, max: 1024 }) readonly answer!:
    string | null;
  @TextField({
    describe: 'Why there was none: `private-network`, `name`, `timeout`, or what the network said.',
    nullable: true,
  })
  readonly problem!: string | null;
}

export class WebhookDeliveryDto {
  @IdField({ describe: 'Delivery id; the receiver gets it as `webhook-id`, the same at every attempt.' })
  readonly id!: string;
  @IdField({ describe: 'Webhook.' }) readonly webhookId!: string;
  @TextField({ describe: 'Name of the webhook.' }) readonly webhookName!: string;
  @TextField({ describe: 'Event.', example: 'customer.created' }) readonly eventType!: string;
  @IdField({ describe: 'Record it is about.', nullable: true }) readonly recordId!: string | null;
  @EnumField({
    describe: '`withheld`: the owner of the webhook may not see the record any more.',
    values: DELIVERY_STATES,
  })
  readonly state!: (typeof DELIVERY_STATES)[number];
  @IntegerField({ describe: 'Attempts so far.' }) readonly attempts!: number;
  @IntegerField({ describe: 'Status of the last answer.', nullable: true }) readonly lastStatus!:
    number | null;
  @InstantField({ describe: 'Next attempt, while it is pending.', nullable: true }) readonly nextAttemptAt!:
    string | null;
  @InstantField({ describe: 'When it was made.' }) readonly createdAt!: string;
  @InstantField({ describe: 'When it was taken.', nullable: true }) readonly deliveredAt!: string | null;
}

export class WebhookDeliveryDetailDto extends WebhookDeliveryDto {
  @JsonField({ describe: 'What is sent.' }) readonly body!: Record<string, unknown>;
  @NestedField(() => WebhookAttemptDto, { describe: 'The latest attempts, oldest first.', many: true })
  readonly log!: WebhookAttemptDto[];
}

export class EventTypesDto {
  @TextListField({ describe: 'Names of events that happened lately, and `resource.*` for each resource.' })
  readonly items!: string[];
}
