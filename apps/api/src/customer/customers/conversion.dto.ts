import { EnumField, IdField, InstantField, NestedField, TextField } from '../../platform/http/fields.js';

export class ConvertCustomerDto {
  @TextField({ describe: 'Why it is a formal customer now.', max: 500, example: '样品合格，准备签合同' })
  readonly reason!: string;
}

export class StageChangeDto {
  @IdField({ describe: 'Entry id.' }) readonly id!: string;
  @EnumField({
    describe: 'What changed: the stage, or the place in the life cycle.',
    values: ['stage', 'life-cycle'],
  })
  readonly aspect!: 'stage' | 'life-cycle';
  @TextField({ describe: 'Before.', nullable: true }) readonly before!: string | null;
  @TextField({ describe: 'After.', nullable: true }) readonly after!: string | null;
  @TextField({ describe: 'Why.', nullable: true }) readonly reason!: string | null;
  @InstantField({ describe: 'When.' }) readonly changedAt!: Date;
  @TextField({ describe: 'By whom; nobody: by the system.', nullable: true }) readonly changedByName!:
    string | null;
}

export class StageChangeListDto {
  @NestedField(() => StageChangeDto, { describe: 'Newest first.', many: true })
  readonly items!: StageChangeDto[];
}
