import { EnumField, IdField, InstantField, JsonField, TextField } from '../../platform/http/fields.js';

export const AUDIT_OPERATIONS = ['insert', 'update', 'delete'] as const;

/** Who did what, when, from where, before and after. */
export class AuditEntryDto {
  @TextField({ describe: 'Number of the entry, ascending.', example: '4711' }) readonly id!: string;
  @InstantField({ describe: 'When.' }) readonly occurredAt!: Date;
  @IdField({ describe: 'Who.' }) readonly actorId!: string;
  @TextField({ describe: 'Name at that time.' }) readonly actorName!: string;
  @TextField({ describe: 'Business verb.', example: 'customer.change' }) readonly action!: string;
  @TextField({ describe: 'Kind of record.', example: 'customer' }) readonly resource!: string;
  @IdField({ describe: 'Record.', nullable: true }) readonly recordId!: string | null;
  @EnumField({ describe: 'What happened to the record.', values: AUDIT_OPERATIONS })
  readonly operation!: (typeof AUDIT_OPERATIONS)[number];
  @JsonField({ describe: 'Columns before, of those that changed.', nullable: true }) readonly before!: Record<
    string,
    unknown
  > | null;
  @JsonField({ describe: 'Columns after.', nullable: true }) readonly after!: Record<string, unknown> | null;
  @TextField({ describe: 'Request id, as in the logs.', nullable: true }) readonly requestId!: string | null;
  @TextField({ describe: 'Address it came from.', nullable: true }) readonly ip!: string | null;
}
