import { FlagField, IdField, InstantField, JsonField, NestedField, TextField } from '../http/fields.js';

export class FeedEventDto {
  @TextField({ describe: 'Id; the same event always has the same one.', example: '4711' })
  readonly id!: string;
  @TextField({ describe: 'What happened.', example: 'customer.created' }) readonly name!: string;
  @TextField({ describe: 'Kind of record.', example: 'customer' }) readonly resource!: string;
  @IdField({ describe: 'The record.', nullable: true }) readonly recordId!: string | null;
  @JsonField({ describe: 'More about it; read the record for what it is now.' })
  readonly payload!: Record<string, unknown>;
  @IdField({ describe: 'Who did it.', nullable: true }) readonly actorId!: string | null;
  @InstantField({ describe: 'When.' }) readonly occurredAt!: Date;
}

export class EventFeedDto {
  @NestedField(() => FeedEventDto, { describe: 'Events, oldest first.', many: true })
  readonly items!: FeedEventDto[];
  @TextField({ describe: 'Give it as `after` next time; keep it when your work with the items is done.' })
  readonly cursor!: string;
  @FlagField({ describe: 'There are more already.' }) readonly hasMore!: boolean;
}
