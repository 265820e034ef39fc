import {
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  NestedField,
  TextField,
} from '../http/fields.js';
import { DICTIONARY_COLOURS, type DictionaryColour } from './dictionary.entity.js';

const CODE = /^[a-z][a-z0-9-]{1,59}$/;

export class DictionaryValueDto {
  @IdField({ describe: 'Value.' }) readonly id!: string;
  @TextField({ describe: 'What records keep; never changes.', example: 'A类' }) readonly code!: string;
  @TextField({ describe: 'Chinese label.' }) readonly labelZh!: string;
  @TextField({ describe: 'English label.' }) readonly labelEn!: string;
  @EnumField({ describe: 'Colour.', values: DICTIONARY_COLOURS, nullable: true })
  readonly colour!: DictionaryColour | null;
  @InstantField({ describe: 'Not to be chosen any more since.', nullable: true })
  readonly retiredAt!: Date | null;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
}

export class DictionaryDto {
  @IdField({ describe: 'Dictionary.' }) readonly id!: string;
  @TextField({ describe: 'Stable word.', example: 'customer-class' }) readonly code!: string;
  @TextField({ describe: 'Chinese label.' }) readonly labelZh!: string;
  @TextField({ describe: 'English label.' }) readonly labelEn!: string;
  @FlagField({ describe: 'Whether values may be added and retired.' }) readonly isOpen!: boolean;
  @FlagField({ describe: 'Came with the product.' }) readonly isBuiltIn!: boolean;
  @NestedField(() => DictionaryValueDto, { describe: 'Values in their order, retired ones too.', many: true })
  readonly values!: DictionaryValueDto[];
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
}

export class CreateDictionaryDto {
  @TextField({
    describe: 'Stable word: lower-case letters, digits, dash.',
    pattern: CODE,
    max: 60,
    example: 'industry',
  })
  readonly code!: string;
  @TextField({ describe: 'Chinese label.', max: 60, example: '行业' }) readonly labelZh!: string;
  @TextField({ describe: 'English label.', max: 60, example: 'Industry' }) readonly labelEn!: string;
}

export class ChangeDictionaryDto {
  @TextField({ describe: 'Chinese label.', max: 60, optional: true }) readonly labelZh?: string;
  @TextField({ describe: 'English label.', max: 60, optional: true }) readonly labelEn?: string;
}

export class AddDictionaryValueDto {
  @TextField({ describe: 'What records keep; the Chinese label unless told.', max: 60, optional: true })
  readonly code?: string;
  @TextField({ describe: 'Chinese label.', max: 60, example: '化工' }) readonly labelZh!: string;
  @TextField({
    describe: 'English label; the Chinese one unless told.',
    max: 60,
    optional: true,
    nullable: true,
  })
  readonly labelEn?: string | null;
  @EnumField({ describe: 'Colour.', values: DICTIONARY_COLOURS, optional: true, nullable: true })
  readonly colour?: DictionaryColour | null;
}

export class ChangeDictionaryValueDto {
  @TextField({ describe: 'Chinese label.', max: 60, optional: true }) readonly labelZh?: string;
  @TextField({ describe: 'English label.', max: 60, optional: true }) readonly labelEn?: string;
  @EnumField({ describe: 'Colour.', values: DICTIONARY_COLOURS, optional: true, nullable: true })
  readonly colour?: DictionaryColour | null;
}

export class OrderDictionaryDto {
  @IdField({ describe: 'All values of the dictionary in their new order.', many: true })
  readonly valueIds!: string[];
}

export class DictionaryUsageDto {
  @TextField({ describe: 'Code of the value.' }) readonly code!: string;
  @IntegerField({ describe: 'Records that have it, those in the recycle bin included.' })
  readonly count!: number;
}
