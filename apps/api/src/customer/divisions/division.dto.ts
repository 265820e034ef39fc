import { FlagField, NestedField, TextField } from '../../platform/http/fields.js';

export class DivisionDto {
  @TextField({ describe: 'Public code: two digits a level.', example: '3205' }) readonly code!: string;
  @TextField({ describe: 'Name.', example: '苏州市' }) readonly name!: string;
  @FlagField({ describe: 'Whether there are divisions below it.' }) readonly hasChildren!: boolean;
}

export class DivisionListDto {
  @NestedField(() => DivisionDto, { describe: 'In order of their codes.', many: true })
  readonly items!: readonly DivisionDto[];
}

export class PlaceDto {
  @TextField({ describe: 'Province.', nullable: true }) readonly province!: string | null;
  @TextField({ describe: 'City.', nullable: true }) readonly city!: string | null;
}

export class PlaceListDto {
  @NestedField(() => PlaceDto, { describe: 'Each place once.', many: true })
  readonly items!: readonly PlaceDto[];
}
