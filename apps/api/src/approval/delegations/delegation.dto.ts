import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';

export const DELEGATION_STATES = ['planned', 'running', 'over', 'ended'] as const;

export class DelegationDto {
  @IdField({ describe: 'Delegation id.' }) readonly id!: string;
  @IdField({ describe: 'Who is away.' }) readonly principalId!: string;
  @TextField({ describe: 'Her name.' }) readonly principalName!: string;
  @IdField({ describe: 'Who answers for her.' }) readonly substituteId!: string;
  @TextField({ describe: 'Name of the substitute.' }) readonly substituteName!: string;
  @InstantField({ describe: 'From.' }) readonly startsAt!: string;
  @InstantField({ describe: 'Until.' }) readonly endsAt!: string;
  @TextListField({ describe: 'Kinds of documents; empty: all.' }) readonly documentTypes!: string[];
  @TextField({ describe: 'Why.', nullable: true }) readonly reason!: string | null;
  @EnumField({ describe: 'State now.', values: DELEGATION_STATES })
  readonly state!: (typeof DELEGATION_STATES)[number];
  @IntegerField({ describe: 'Version.' }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next: end.' }) readonly allowedActions!: string[];
}

export class CreateDelegationDto {
  @IdField({ describe: 'Who is away; the caller, unless she administers approvals.', optional: true })
  readonly principalId?: string;
  @IdField({ describe: 'Active colleague who answers for her.' }) readonly substituteId!: string;
  @InstantField({ describe: 'From.' }) readonly startsAt!: string;
  @InstantField({ describe: 'Until.' }) readonly endsAt!: string;
  @TextListField({ describe: 'Kinds of documents; left out or empty: all.', optional: true, max: 60 })
  readonly documentTypes?: string[];
  @TextField({ describe: 'Why.', optional: true, nullable: true, max: 200 }) readonly reason?: string | null;
}
