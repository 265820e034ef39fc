import { FlagField, IdField, IntegerField, NestedField, TextField } from '../../platform/http/fields.js';

export class HeldGroupDto {
  @TextField({ describe: 'Key of the group; `none` for what fits no group.' }) readonly key!: string;
  @TextField({ describe: 'Name of the group.', nullable: true }) readonly name!: string | null;
  @IntegerField({ describe: 'Records in it.' }) readonly count!: number;
}

/** What a person holds of one resource. */
export class HoldingDto {
  @TextField({ describe: 'Resource.', example: 'customer' }) readonly resource!: string;
  @TextField({ describe: 'Chinese name.', example: '客户' }) readonly labelZh!: string;
  @TextField({ describe: 'English name.', example: 'Customers' }) readonly labelEn!: string;
  @IntegerField({ describe: 'Records in all.' }) readonly count!: number;
  @NestedField(() => HeldGroupDto, { describe: 'Parts that may go to different people.', many: true })
  readonly groups!: readonly HeldGroupDto[];
}

export class TransferDto {
  @TextField({ describe: 'Resource.', example: 'customer' }) readonly resource!: string;
  @TextField({ describe: 'Key of the group.', example: 'none' }) readonly group!: string;
  @IdField({ describe: 'Who takes it over; active.' }) readonly successorId!: string;
  @IntegerField({
    describe: 'Records as they were reviewed; if it is another number by now, nothing is moved.',
  })
  readonly count!: number;
}

export class HandOverDto {
  @NestedField(() => TransferDto, { describe: 'What goes to whom. What is left out stays.', many: true })
  readonly transfers!: TransferDto[];
  @FlagField({ describe: 'Disable the person in the same step; then nothing may be left out.' })
  readonly disable!: boolean;
}

export class HandedOverDto {
  @IntegerField({ describe: 'Records moved.' }) readonly moved!: number;
  @IntegerField({ describe: 'Records the person still holds.' }) readonly left!: number;
}
