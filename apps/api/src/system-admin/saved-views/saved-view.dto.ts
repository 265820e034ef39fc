import {
  FlagField,
  IdField,
  IntegerField,
  JsonField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import type { ViewQuery } from './saved-view.entity.js';

const left = { optional: true, nullable: true } as const;
const QUERY = "The list's filters by query parameter, and `q`; each a text or a list of texts.";

export class SavedViewDto {
  @IdField({ describe: 'View id.' }) readonly id!: string;
  @TextField({ describe: 'Resource word of the list.', example: 'customer' }) readonly list!: string;
  @TextField({ describe: 'Name.', example: '本周要跟进' }) readonly name!: string;
  @JsonField({ describe: QUERY }) readonly query!: ViewQuery;
  @TextField({ describe: 'Sort; null for the usual one.', nullable: true, example: '-createdAt' })
  readonly sort!: string | null;
  @TextListField({ describe: 'Columns shown, in order; null for the usual ones.', nullable: true })
  readonly columns!: string[] | null;
  @TextField({ describe: 'How rows are shown, such as `board`; null for the usual way.', nullable: true })
  readonly kind!: string | null;
  @TextListField({
    describe: 'Filters that were saved and do not exist (any more) for you: left out of `query`.',
  })
  readonly dropped!: string[];
  @FlagField({ describe: 'Everybody who may see the list sees the view.' })
  readonly isSharedWithAll!: boolean;
  @IdField({ describe: 'Departments it is shared with, those below them too.', many: true })
  readonly departmentIds!: string[];
  @IdField({ describe: 'Roles it is shared with.', many: true }) readonly roleIds!: string[];
  @FlagField({ describe: 'Your own.' }) readonly isMine!: boolean;
  @TextField({ describe: 'Whose it is.' }) readonly ownerName!: string;
  @FlagField({ describe: 'Your list opens with it.' }) readonly isDefault!: boolean;
  @IntegerField({ describe: 'Version for `If-Match`.', example: 1 }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

class SavedViewInputDto {
  @JsonField({ describe: QUERY, optional: true }) readonly query?: Record<string, unknown>;
  @TextField({ describe: 'Sort.', ...left, max: 60 }) readonly sort?: string | null;
  @TextListField({ describe: 'Columns shown, in order.', ...left, max: 80, most: 200 })
  readonly columns?: string[] | null;
  @TextField({ describe: 'How rows are shown.', ...left, max: 30 }) readonly kind?: string | null;
  @FlagField({ describe: 'Share with everybody; asks for `saved-view:share`.', optional: true })
  readonly isSharedWithAll?: boolean;
  @IdField({ describe: 'Share with these departments and those below them.', optional: true, many: true })
  readonly departmentIds?: string[];
  @IdField({ describe: 'Share with these roles.', optional: true, many: true }) readonly roleIds?: string[];
}

export class CreateSavedViewDto extends SavedViewInputDto {
  @TextField({ describe: 'Resource word of the list.', max: 60, example: 'customer' }) readonly list!: string;
  @TextField({ describe: 'Name.', max: 60, example: '本周要跟进' }) readonly name!: string;
}

export class ChangeSavedViewDto extends SavedViewInputDto {
  @TextField({ describe: 'Name.', max: 60, optional: true }) readonly name?: string;
}
