import {
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  MoneyField,
  NestedField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { CUSTOMER_STAGES, type CustomerStage } from '../customers/customer.entity.js';
import { YearlySalesDto } from '../customers/yearly-sales.dto.js';

export class RelationKindDto {
  @TextField({ describe: 'Code.', example: 'subsidiary' }) readonly code!: string;
  @TextField({ describe: 'Name, Chinese.' }) readonly nameZh!: string;
  @TextField({ describe: 'Name, English.' }) readonly nameEn!: string;
  @TextField({ describe: 'What the `from` end is to the other, Chinese.', example: '上级公司' })
  readonly fromZh!: string;
  @TextField({ describe: 'The same, English.', example: 'Parent' }) readonly fromEn!: string;
  @TextField({ describe: 'What the `to` end is to the other, Chinese.', example: '下级公司' })
  readonly toZh!: string;
  @TextField({ describe: 'The same, English.', example: 'Subsidiary' }) readonly toEn!: string;
  @FlagField({ describe: 'Both ends are the same to each other.' }) readonly isSymmetric!: boolean;
  @FlagField({ describe: 'No customer may stand above itself, over however many others.' })
  readonly isAcyclic!: boolean;
}

export class RelationKindListDto {
  @NestedField(() => RelationKindDto, { describe: 'In their order.', many: true })
  readonly items!: RelationKindDto[];
}

const kind = {
  describe: 'Kind, a code of `/customer-relation-kinds`.',
  max: 60,
  example: 'subsidiary',
} as const;

export class CreateRelationDto {
  @TextField(kind) readonly kind!: string;
  @IdField({ describe: 'Customer at the `from` end: the parent, the principal, the referrer, the supplier.' })
  readonly fromId!: string;
  @IdField({ describe: 'Customer at the `to` end.' }) readonly toId!: string;
  @TextField({ describe: 'Note.', optional: true, nullable: true, max: 500 }) readonly note?: string | null;
}

export class ChangeRelationDto {
  @TextField({ describe: 'Note.', nullable: true, max: 500 }) readonly note!: string | null;
}

export class RelationDto {
  @IdField({ describe: 'Relation id.' }) readonly id!: string;
  @TextField(kind) readonly kind!: string;
  @IdField({ describe: 'Customer at the `from` end.' }) readonly fromId!: string;
  @TextField({ describe: 'Its name.' }) readonly fromName!: string;
  @IdField({ describe: 'Customer at the `to` end.' }) readonly toId!: string;
  @TextField({ describe: 'Its name.' }) readonly toName!: string;
  @TextField({ describe: 'Note.', nullable: true }) readonly note!: string | null;
  @InstantField({ describe: 'When it was entered.' }) readonly createdAt!: Date;
  @IntegerField({ describe: 'Version for `If-Match`.' }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next.' }) readonly allowedActions!: string[];
}

export class RelationListDto {
  @NestedField(() => RelationDto, { describe: 'By kind, then by the other name.', many: true })
  readonly items!: RelationDto[];
  @FlagField({ describe: 'There are more than are listed.' }) readonly isCut!: boolean;
}

export class RelationNodeDto {
  @IdField({ describe: 'Customer id.' }) readonly id!: string;
  @TextField({ describe: 'Name.' }) readonly name!: string;
  @TextField({ describe: 'Customer number.' }) readonly number!: string;
  @EnumField({ describe: 'Potential or formal.', values: CUSTOMER_STAGES }) readonly stage!: CustomerStage;
  @IntegerField({ describe: 'Over how many relations it is reached; 0 is the customer asked for.' })
  readonly level!: number;
}

export class RelationEdgeDto {
  @IdField({ describe: 'Relation id.' }) readonly id!: string;
  @TextField(kind) readonly kind!: string;
  @IdField({ describe: 'Node at the `from` end.' }) readonly fromId!: string;
  @IdField({ describe: 'Node at the `to` end.' }) readonly toId!: string;
}

export class RelationGraphDto {
  @NestedField(() => RelationNodeDto, { describe: 'Customers that the caller may see.', many: true })
  readonly nodes!: RelationNodeDto[];
  @NestedField(() => RelationEdgeDto, { describe: 'Relations between them.', many: true, most: 5000 })
  readonly edges!: RelationEdgeDto[];
  @FlagField({ describe: 'There are more customers than the picture holds.' }) readonly isCut!: boolean;
  @FlagField({ describe: 'Some are left out, with what is behind them: the caller may not see them.' })
  readonly hasHidden!: boolean;
}

export class GroupMemberDto {
  @IdField({ describe: 'Customer id.' }) readonly id!: string;
  @TextField({ describe: 'Name.' }) readonly name!: string;
  @IntegerField({ describe: 'How far below the customer asked for, which is 0.' }) readonly level!: number;
  @MoneyField({ describe: 'Sales of all years, CNY.' }) readonly salesAmount!: string;
}

export class GroupSalesDto {
  @NestedField(() => YearlySalesDto, {
    describe: 'Of all its members together, newest year first.',
    many: true,
  })
  readonly items!: YearlySalesDto[];
  @NestedField(() => GroupMemberDto, {
    describe: 'The customer and what is below it, as far as the caller may see; the first 200 by sales.',
    many: true,
  })
  readonly members!: GroupMemberDto[];
  @IntegerField({ describe: 'How many members the sums are of.' }) readonly memberCount!: number;
  @FlagField({ describe: 'There are members that the caller may not see; the sums are without them.' })
  readonly hasHidden!: boolean;
}
