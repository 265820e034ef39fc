import { EnumField, NestedField, TextField } from '../../platform/http/fields.js';
import { EMPHASES, VALUE_KINDS, type Emphasis, type ValueKind } from './rendered-document.js';

export class RenderedValueDto {
  @TextField({ describe: 'Value as text; the kind says how to write it.', nullable: true })
  readonly value!: string | null;
  @TextField({ describe: 'What it was before, or is beside.', optional: true, nullable: true })
  readonly before?: string | null;
  @EnumField({ describe: 'How far it should catch the eye.', values: EMPHASES }) readonly emphasis!: Emphasis;
  @TextField({ describe: 'The value in Chinese words.', optional: true }) readonly wordsZh?: string;
  @TextField({ describe: 'The value in English words.', optional: true }) readonly wordsEn?: string;
  @TextField({ describe: 'Path of the page about it.', optional: true }) readonly link?: string;
}

class NamedKindDto extends RenderedValueDto {
  @TextField({ describe: 'Stable name.', example: 'newLimit' }) readonly name!: string;
  @TextField({ describe: 'Chinese.' }) readonly labelZh!: string;
  @TextField({ describe: 'English.' }) readonly labelEn!: string;
  @EnumField({ describe: 'How to write the value; a `file` is `id name`.', values: VALUE_KINDS })
  readonly kind!: ValueKind;
  @TextField({ describe: 'Dictionary the value is a word of.', optional: true }) readonly dictionary?: string;
}

export class RenderedFieldDto extends NamedKindDto {}

export class RenderedColumnDto {
  @TextField({ describe: 'Stable name.' }) readonly name!: string;
  @TextField({ describe: 'Chinese.' }) readonly labelZh!: string;
  @TextField({ describe: 'English.' }) readonly labelEn!: string;
  @EnumField({ describe: 'How to write its values.', values: VALUE_KINDS }) readonly kind!: ValueKind;
  @TextField({ describe: 'Dictionary its values are words of.', optional: true })
  readonly dictionary?: string;
}

export class RenderedRowDto {
  @TextField({ describe: 'Stable key.' }) readonly key!: string;
  @NestedField(() => RenderedValueDto, { describe: 'One value a column.', many: true })
  readonly cells!: RenderedValueDto[];
}

export class RenderedTableDto {
  @NestedField(() => RenderedColumnDto, { describe: 'Columns.', many: true })
  readonly columns!: RenderedColumnDto[];
  @NestedField(() => RenderedRowDto, { describe: 'Rows.', many: true, most: 5000 })
  readonly rows!: RenderedRowDto[];
}

export class RenderedSectionDto {
  @TextField({ describe: 'Stable name.', example: 'terms' }) readonly name!: string;
  @TextField({ describe: 'Chinese.' }) readonly labelZh!: string;
  @TextField({ describe: 'English.' }) readonly labelEn!: string;
  @NestedField(() => RenderedFieldDto, { describe: 'Fields.', many: true })
  readonly fields!: RenderedFieldDto[];
  @NestedField(() => RenderedTableDto, { describe: 'Table.', nullable: true })
  readonly table!: RenderedTableDto | null;
}

export class DifferenceDto {
  @TextField({ describe: 'Section it is in.' }) readonly section!: string;
  @TextField({ describe: 'Field or column.' }) readonly field!: string;
  @TextField({ describe: 'Chinese.' }) readonly labelZh!: string;
  @TextField({ describe: 'English.' }) readonly labelEn!: string;
  @EnumField({ describe: 'How to write the values.', values: VALUE_KINDS }) readonly kind!: ValueKind;
  @TextField({ describe: 'Dictionary the values are words of.', optional: true })
  readonly dictionary?: string;
  @TextField({ describe: 'Row it is in.', optional: true }) readonly row?: string;
  @TextField({ describe: 'Value in the round before.', nullable: true }) readonly before!: string | null;
  @TextField({ describe: 'Value now.', nullable: true }) readonly after!: string | null;
}
