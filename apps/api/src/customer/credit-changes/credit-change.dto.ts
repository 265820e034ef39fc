import {
  EnumField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  MoneyField,
  NestedField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { CREDIT_CHANGE_STATES, type CreditChangeState } from './credit-change.entity.js';

class CreditChangeFileDto {
  @IdField({ describe: 'File id.' }) readonly id!: string;
  @TextField({ describe: 'Name.' }) readonly name!: string;
  @IntegerField({ describe: 'Bytes.' }) readonly size!: number;
}

export class CreditChangeDto {
  @IdField({ describe: 'Id.' }) readonly id!: string;
  @TextField({ describe: 'Number.', example: 'XE20260001' }) readonly number!: string;
  @IdField({ describe: 'Customer.' }) readonly customerId!: string;
  @TextField({ describe: 'Name of the customer.' }) readonly customerName!: string;
  @TextField({ describe: 'Number of the customer.' }) readonly customerNumber!: string;
  @MoneyField({
    describe: 'Limit before, CNY: now, or when it was submitted.',
    nullable: true,
    optional: true,
  })
  readonly oldLimit?: string | null;
  @MoneyField({ describe: 'Limit wanted, CNY; 0 means cash only.', optional: true })
  readonly newLimit?: string;
  @IntegerField({ describe: 'Days to pay before.', nullable: true, optional: true })
  readonly oldTermsDays?: number | null;
  @IntegerField({ describe: 'Days to pay wanted.', optional: true }) readonly newTermsDays?: number;
  @TextField({ describe: 'Why.', max: 2000 }) readonly reason!: string;
  @IdField({ describe: 'Files.', many: true }) readonly fileIds!: string[];
  @NestedField(() => CreditChangeFileDto, { describe: 'Names of the files.', many: true })
  readonly files!: CreditChangeFileDto[];
  @EnumField({ describe: 'State.', values: CREDIT_CHANGE_STATES }) readonly state!: CreditChangeState;
  @TextField({ describe: 'Why it was returned last.', nullable: true })
  readonly returnReason!: string | null;
  @IdField({ describe: 'Its approval, once submitted.', nullable: true }) readonly approvalId!: string | null;
  @IdField({ describe: 'Who asks for it.', nullable: true }) readonly ownerId!: string | null;
  @TextField({ describe: 'Name of who asks for it.', nullable: true }) readonly ownerName!: string | null;
  @IdField({ describe: 'Department of who asks for it.', nullable: true })
  readonly departmentId!: string | null;
  @InstantField({ describe: 'When it took effect.', nullable: true }) readonly effectiveAt!: string | null;
  @InstantField({ describe: 'When it was entered.' }) readonly createdAt!: string;
  @IntegerField({ describe: 'Version for `If-Match`.' }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next: change, submit, withdraw.' })
  readonly allowedActions!: string[];
}

export class ChangeCreditChangeDto {
  @MoneyField({ describe: 'Limit wanted, CNY; 0 means cash only.', optional: true })
  readonly newLimit?: string;
  @IntegerField({ describe: 'Days to pay wanted.', most: 365, optional: true })
  readonly newTermsDays?: number;
  @TextField({ describe: 'Why.', max: 2000, optional: true }) readonly reason?: string;
  @IdField({ describe: 'Files of the caller.', many: true, optional: true }) readonly fileIds?: string[];
}

export class CreateCreditChangeDto {
  @IdField({ describe: 'Customer.' }) readonly customerId!: string;
  @MoneyField({ describe: 'Limit wanted, CNY; 0 means cash only.' }) readonly newLimit!: string;
  @IntegerField({ describe: 'Days to pay wanted.', most: 365 }) readonly newTermsDays!: number;
  @TextField({ describe: 'Why.', max: 2000 }) readonly reason!: string;
  @IdField({ describe: 'Files of the caller.', many: true, optional: true }) readonly fileIds?: string[];
}

export class SubmitCreditChangeDto {
  @JsonField({
    describe: 'For stages that you fill: node id → user ids; `/approvals/preview` says which.',
    optional: true,
    example: { finance: ['0198f2c4-7a10-7c31-9d0e-3f6a5b8c2d11'] },
  })
  readonly choices?: Record<string, string[]>;
  @TextField({ describe: 'Words to the reviewers.', optional: true, nullable: true, max: 500 })
  readonly words?: string | null;
}

export class WithdrawCreditChangeDto {
  @TextField({ describe: 'Why.', optional: true, nullable: true, max: 500 }) readonly reason?: string | null;
}
