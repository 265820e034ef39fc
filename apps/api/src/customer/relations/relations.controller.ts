import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  DuplicateRecordError,
  InvalidInputError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import {
  ChangeRelationDto,
  CreateRelationDto,
  GroupSalesDto,
  RelationDto,
  RelationGraphDto,
  RelationKindListDto,
  RelationListDto,
} from './relation.dto.js';
import { HasParentError, ParentInRecycleBinError, RelationLoopError } from './relation.errors.js';
import { RelationGraphService } from './relation-graph.service.js';
import { RelationsService } from './relations.service.js';

const errors = [RecordNotFoundError];
const MOST_STEPS = 3;

@ApiTags('customer-relations')
@Controller()
export class RelationsController {
  constructor(
    private readonly relations: RelationsService,
    private readonly graphs: RelationGraphService,
  ) {}

  @Get('customer-relation-kinds')
  @Operation({
    summary: 'List the kinds of relations between customers',
    access: 'customer:read',
    returns: RelationKindListDto,
  })
  async listRelationKinds(): Promise<RelationKindListDto> {
    return { items: await this.relations.kinds() };
  }

  @Post('customer-relations')
  @Operation({
    summary: 'Relate two customers',
    description: 'Both must be the caller’s to see, one of them hers to change.',
    access: 'customer:change',
    returns: RelationDto,
    status: 201,
    errors: [...errors, DuplicateRecordError, RelationLoopError, HasParentError, ParentInRecycleBinError],
  })
  createRelation(@Body() dto: CreateRelationDto, @CurrentActor() actor: Actor): Promise<RelationDto> {
    return this.relations.create(dto, actor);
  }

  @Patch('customer-relations/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change the note of a relation',
    access: 'customer:change',
    returns: RelationDto,
    errors: [...errors, StaleVersionError],
  })
  changeRelation(
    @IdParam() id: string,
    @Body() dto: ChangeRelationDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<RelationDto> {
    return this.relations.change(id, dto, version, actor);
  }

  @Delete('customer-relations/:id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Remove a relation',
    access: 'customer:change',
    status: 204,
    errors: [...errors, StaleVersionError],
  })
  removeRelation(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.relations.remove(id, version, actor);
  }

  @Get('customers/:id/relations')
  @HasIdParam()
  @Operation({
    summary: "List a customer's relations",
    description: 'Relations with customers that the caller may not see are left out.',
    access: 'customer:read',
    returns: RelationListDto,
    errors,
  })
  listRelations(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<RelationListDto> {
    return this.relations.listOf(id, actor);
  }

  @Get('customers/:id/relations/graph')
  @HasIdParam()
  @ApiQuery({
    name: 'depth',
    required: false,
    schema: { type: 'integer', minimum: 1, maximum: MOST_STEPS, default: 2 },
    description: 'Over how many relations to go.',
  })
  @Operation({
    summary: "Read a customer's relations as a picture",
    description:
      'It goes only over customers that the caller may see, and says when it holds less than there is.',
    access: 'customer:read',
    returns: RelationGraphDto,
    errors,
  })
  readRelationGraph(
    @IdParam() id: string,
    @Query('depth') depth: unknown,
    @CurrentActor() actor: Actor,
  ): Promise<RelationGraphDto> {
    return this.graphs.graph(id, stepsOf(depth), actor);
  }

  @Get('customers/:id/group-sales')
  @HasIdParam()
  @Operation({
    summary: "Read a group's sales year by year",
    description: 'Of the customer and its subsidiaries, over all levels, as far as the caller may see them.',
    access: 'customer:read',
    returns: GroupSalesDto,
    errors,
  })
  readGroupSales(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<GroupSalesDto> {
    return this.graphs.groupSales(id, actor);
  }
}

function stepsOf(depth: unknown): number {
  if (depth === undefined) return 2;
  if (typeof depth === 'string' && /^[1-3]$/.test(depth)) return Number(depth);
  throw new InvalidInputError([
    { pointer: 'depth', rule: 'isIn', detail: `depth is a whole number from 1 to ${MOST_STEPS}.` },
  ]);
}
