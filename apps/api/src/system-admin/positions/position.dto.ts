import { FlagField, IdField, IntegerField, TextField } from '../../platform/http/fields.js';

export class PositionDto {
  @IdField({ describe: 'Position id.' }) readonly id!: string;
  @TextField({ describe: 'Name.', example: '销售代表' }) readonly name!: string;
  @FlagField({ describe: 'No longer given to anybody.' }) readonly isRetired!: boolean;
  @IntegerField({ describe: 'People who hold it now.' }) readonly userCount!: number;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
}

export class CreatePositionDto {
  @TextField({ describe: 'Name.', max: 60, example: '销售代表' }) readonly name!: string;
}

export class ChangePositionDto {
  @TextField({ describe: 'Name.', max: 60, optional: true }) readonly name?: string;
  @FlagField({ describe: 'Retire it, or take it back into use.', optional: true })
  readonly isRetired?: boolean;
}
