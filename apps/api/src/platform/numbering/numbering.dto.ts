import { EnumField, FlagField, IdField, IntegerField, TextField } from '../http/fields.js';
import { NUMBER_RESETS, type NumberReset } from './numbering-rule.entity.js';

const PATTERN =
  'Literals with {yyyy} {yy} {MM} {dd} {dept} and exactly one {seq} or {seq:5} (5 digits at least).';

export class NumberingRuleDto {
  @IdField({ describe: 'Rule.' }) readonly id!: string;
  @TextField({ describe: 'Kind of record.', example: 'customer' }) readonly resource!: string;
  @TextField({ describe: PATTERN, example: 'K{yyyy}-{seq:5}' }) readonly pattern!: string;
  @EnumField({ describe: 'When the count begins again at 1.', values: NUMBER_RESETS })
  readonly reset!: NumberReset;
  @FlagField({ describe: 'Each department counts for itself.' }) readonly isPerDepartment!: boolean;
  @FlagField({ describe: 'No number is left out, not even when saving fails; writers wait for one another.' })
  readonly isGapFree!: boolean;
  @TextField({
    describe: 'The number that the next record gets, as far as can be told now.',
    example: 'K2026-00042',
  })
  readonly next!: string;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
}

export class ChangeNumberingRuleDto {
  @TextField({ describe: PATTERN, max: 60, optional: true, example: 'K{yyyy}-{seq:5}' })
  readonly pattern?: string;
  @EnumField({ describe: 'When the count begins again at 1.', values: NUMBER_RESETS, optional: true })
  readonly reset?: NumberReset;
  @FlagField({ describe: 'Each department counts for itself.', optional: true })
  readonly isPerDepartment?: boolean;
  @FlagField({ describe: 'No number is left out.', optional: true }) readonly isGapFree?: boolean;
}

export class NextNumberDto {
  @TextField({ describe: 'What the next number would be.', example: 'K2026-00042' }) readonly next!: string;
}
