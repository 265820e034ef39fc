import {
  EnumField,
  FlagField,
  IdField,
  InstantField,
  IntegerField,
  JsonField,
  NestedField,
  TextField,
  TextListField,
} from '../../platform/http/fields.js';
import { FACT_TYPES } from '../documents/facts.js';
import { CONDITION_OPERATORS } from './flow-definition.js';
import { FlowDefinitionDto } from './flow-definition.dto.js';
import { FLOW_PROBLEMS } from './flow-problems.js';

export const VERSION_STATES = ['draft', 'active', 'retired'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

export class FlowProblemDto {
  @EnumField({ describe: 'What is wrong; the screen has a sentence for each.', values: FLOW_PROBLEMS })
  readonly code!: (typeof FLOW_PROBLEMS)[number];
  @TextField({ describe: 'Node it is in.', nullable: true }) readonly nodeId!: string | null;
  @TextField({ describe: 'JSON pointer into the definition.', example: '/nodes/2/branches/0/condition' })
  readonly pointer!: string;
  @TextField({ describe: 'English sentence.' }) readonly detail!: string;
  @FlagField({ describe: 'Does not keep the flow from being switched on.' }) readonly isWarning!: boolean;
}

export class FlowDto {
  @IdField({ describe: 'Flow id.' }) readonly id!: string;
  @TextField({ describe: 'Kind of document.', example: 'credit-limit-change' })
  readonly documentType!: string;
  @TextField({ describe: 'Name.', example: '信用额度:部门负责人' }) readonly name!: string;
  @TextField({ describe: 'What it is for.', nullable: true }) readonly description!: string | null;
  @FlagField({ describe: 'New submissions of this kind of document take this flow.' })
  readonly isActive!: boolean;
  @IntegerField({ describe: 'Number of the version that is or was last on.', nullable: true })
  readonly activeNumber!: number | null;
  @FlagField({ describe: 'There is a draft.' }) readonly hasDraft!: boolean;
  @IntegerField({ describe: 'Approvals under way in any of its versions.' })
  readonly runningCount!: number;
  @InstantField({ describe: 'Last change.' }) readonly updatedAt!: string;
  @IntegerField({ describe: 'Version for `If-Match`.' }) readonly version!: number;
  @TextListField({ describe: 'What the caller may do next: change, activate, deactivate, delete.' })
  readonly allowedActions!: string[];
}

export class FlowVersionDto {
  @IdField({ describe: 'Version id.' }) readonly id!: string;
  @IntegerField({ describe: 'Counts from 1.' }) readonly number!: number;
  @EnumField({ describe: 'Draft (can be changed), active, retired.', values: VERSION_STATES })
  readonly state!: VersionState;
  @InstantField({ describe: 'When it was switched on.', nullable: true }) readonly activatedAt!:
    string | null;
  @TextField({ describe: 'Who switched it on.', nullable: true }) readonly activatedByName!: string | null;
  @IntegerField({ describe: 'Approvals under way in it.' }) readonly runningCount!: number;
}

/** A flow with one of its versions to look at or to edit. */
export class FlowDetailDto extends FlowDto {
  @NestedField(() => FlowVersionDto, { describe: 'The version whose definition follows.' })
  readonly shown!: FlowVersionDto;
  @NestedField(() => FlowDefinitionDto, { describe: 'Definition of that version.' })
  readonly definition!: FlowDefinitionDto;
  @NestedField(() => FlowProblemDto, { describe: 'What is wrong with it now.', many: true })
  readonly problems!: FlowProblemDto[];
  @NestedField(() => FlowVersionDto, { describe: 'All versions, newest first.', many: true })
  readonly versions!: FlowVersionDto[];
}

export class CreateFlowDto {
  @TextField({ describe: 'Kind of document.', max: 60, example: 'credit-limit-change' })
  readonly documentType!: string;
  @TextField({ describe: 'Name.', max: 80 }) readonly name!: string;
  @TextField({ describe: 'What it is for.', optional: true, nullable: true, max: 500 })
  readonly description?: string | null;
  @IdField({ describe: 'Flow whose newest version is copied; left out: start, leader, end.', optional: true })
  readonly copyOf?: string;
}

export class ChangeFlowDto {
  @TextField({ describe: 'Name.', max: 80, optional: true }) readonly name?: string;
  @TextField({ describe: 'What it is for.', optional: true, nullable: true, max: 500 })
  readonly description?: string | null;
  @NestedField(() => FlowDefinitionDto, {
    describe: 'Becomes the draft, complete or not; a version that was on stays as it is.',
    optional: true,
  })
  readonly definition?: FlowDefinitionDto;
}

export class CheckFlowDto {
  @TextField({ describe: 'Kind of document.', max: 60 }) readonly documentType!: string;
  @NestedField(() => FlowDefinitionDto, { describe: 'Definition, saved or not.' })
  readonly definition!: FlowDefinitionDto;
}

export class RouteFlowDto extends CheckFlowDto {
  @JsonField({
    describe: 'Facts of a document as it might be; what is left out is empty.',
    example: { amount: '300000.00' },
  })
  readonly facts!: Record<string, unknown>;
}

export class FlowRouteDto {
  @TextListField({ describe: 'Nodes that a document with these facts passes, in order.' })
  readonly nodeIds!: string[];
}

export class FlowProblemsDto {
  @NestedField(() => FlowProblemDto, { describe: 'Empty: it can be switched on.', many: true })
  readonly problems!: FlowProblemDto[];
}

class FactValueDto {
  @TextField({ describe: 'Value.' }) readonly value!: string;
  @TextField({ describe: 'Chinese.' }) readonly labelZh!: string;
  @TextField({ describe: 'English.' }) readonly labelEn!: string;
}

class FactDto {
  @TextField({ describe: 'Name in conditions.', example: 'amount' }) readonly name!: string;
  @TextField({ describe: 'Chinese.' }) readonly labelZh!: string;
  @TextField({ describe: 'English.' }) readonly labelEn!: string;
  @EnumField({ describe: 'Type.', values: FACT_TYPES }) readonly type!: (typeof FACT_TYPES)[number];
  @EnumField({ describe: 'Comparisons it allows.', values: CONDITION_OPERATORS, many: true })
  readonly operators!: readonly (typeof CONDITION_OPERATORS)[number][];
  @NestedField(() => FactValueDto, { describe: 'Closed set of values, for `enum`.', many: true })
  readonly values!: FactValueDto[];
  @TextField({ describe: 'Dictionary of its values, for `dictionary`.', nullable: true })
  readonly dictionary!: string | null;
}

class SectionNameDto {
  @TextField({ describe: 'Name.', example: 'terms' }) readonly name!: string;
  @TextField({ describe: 'Chinese.' }) readonly labelZh!: string;
  @TextField({ describe: 'English.' }) readonly labelEn!: string;
}

export class DocumentTypeDto {
  @TextField({ describe: 'Resource word.', example: 'credit-limit-change' }) readonly name!: string;
  @TextField({ describe: 'Chinese.' }) readonly labelZh!: string;
  @TextField({ describe: 'English.' }) readonly labelEn!: string;
  @NestedField(() => FactDto, { describe: 'What conditions may ask for.', many: true })
  readonly facts!: FactDto[];
  @NestedField(() => SectionNameDto, { describe: 'Parts a reviewer sees.', many: true })
  readonly sections!: SectionNameDto[];
}

export class DocumentTypeListDto {
  @NestedField(() => DocumentTypeDto, { describe: 'Kinds of documents that can be approved.', many: true })
  readonly items!: DocumentTypeDto[];
}
