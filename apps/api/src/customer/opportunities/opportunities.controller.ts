import { Body, Controller, Delete, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import {
  IllegalActionError,
  RecordNotFoundError,
  StaleVersionError,
} from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, HasIfMatch, IdParam, IfMatch } from '../../platform/http/parameters.js';
import {
  CountOperation,
  ListCountDto,
  ListOperation,
  ListQuery,
  SumsOperation,
} from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { RecycleBin } from '../../platform/recycle-bin/recycle-bin.js';
import { OpportunitiesService, withAllowedActions } from './opportunities.service.js';
import {
  ChangeOpportunityDto,
  CreateOpportunityDto,
  LoseOpportunityDto,
  MoveOpportunityDto,
  ReopenOpportunityDto,
  WinOpportunityDto,
} from './opportunity-input.dto.js';
import { OpportunityMovesService } from './opportunity-moves.service.js';
import { OpportunityDto, WholeOpportunityDto } from './opportunity.dto.js';
import { StageRuleError } from './opportunity.errors.js';
import { opportunityList } from './opportunity.list.js';
import { OPPORTUNITY_ACTIONS } from './opportunity.transitions.js';

const returns = WholeOpportunityDto;
const errors = [RecordNotFoundError, StaleVersionError, IllegalActionError, StageRuleError];

@ApiTags('opportunities')
@Controller('opportunities')
export class OpportunitiesController {
  constructor(
    private readonly opportunities: OpportunitiesService,
    private readonly moves: OpportunityMovesService,
    private readonly lists: Lists,
    private readonly bin: RecycleBin,
  ) {}

  @Get()
  @ListOperation(opportunityList, OpportunityDto, 'List sales opportunities')
  async listOpportunities(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<OpportunityDto>> {
    const page = await this.lists.page<OpportunityDto>(opportunityList, query, actor);
    return { ...page, items: page.items.map((deal) => withAllowedActions(deal, actor)) };
  }

  @Get('count')
  @CountOperation(opportunityList, 'Count sales opportunities')
  countOpportunities(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(opportunityList, query, actor);
  }

  @Get('sums')
  @SumsOperation(opportunityList, 'Sum up sales opportunities')
  sumOpportunities(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Record<string, string>> {
    return this.lists.sums(opportunityList, query, actor);
  }

  @Post()
  @Operation({
    summary: 'Enter a sales opportunity',
    access: 'opportunity:create',
    returns,
    status: 201,
    errors: [StageRuleError],
  })
  createOpportunity(
    @Body() dto: CreateOpportunityDto,
    @CurrentActor() actor: Actor,
  ): Promise<WholeOpportunityDto> {
    return this.opportunities.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one opportunity with its products and its way through the stages',
    access: 'opportunity:read',
    returns,
    errors: [RecordNotFoundError],
  })
  readOpportunity(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<WholeOpportunityDto> {
    return this.opportunities.read(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change an opportunity',
    access: OPPORTUNITY_ACTIONS.change.permission,
    returns,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  changeOpportunity(
    @IdParam() id: string,
    @Body() dto: ChangeOpportunityDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<WholeOpportunityDto> {
    return this.opportunities.change(id, dto, version, actor);
  }

  @Post(':id/move')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Move an opportunity to another open stage',
    description: 'What the stage asks for may be given with it. A refusal names everything that is missing.',
    access: OPPORTUNITY_ACTIONS.move.permission,
    returns,
    errors,
  })
  moveOpportunity(
    @IdParam() id: string,
    @Body() dto: MoveOpportunityDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<WholeOpportunityDto> {
    return this.moves.move(id, dto, version, actor);
  }

  @Post(':id/win')
  @HasIdParam()
  @HasIfMatch()
  @Operation({ summary: 'Win an opportunity', access: OPPORTUNITY_ACTIONS.win.permission, returns, errors })
  winOpportunity(
    @IdParam() id: string,
    @Body() dto: WinOpportunityDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<WholeOpportunityDto> {
    return this.moves.win(id, dto, version, actor);
  }

  @Post(':id/lose')
  @HasIdParam()
  @HasIfMatch()
  @Operation({ summary: 'Lose an opportunity', access: OPPORTUNITY_ACTIONS.lose.permission, returns, errors })
  loseOpportunity(
    @IdParam() id: string,
    @Body() dto: LoseOpportunityDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<WholeOpportunityDto> {
    return this.moves.lose(id, dto, version, actor);
  }

  @Post(':id/reopen')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Take up again an opportunity that was won or lost',
    access: OPPORTUNITY_ACTIONS.reopen.permission,
    returns,
    errors: [RecordNotFoundError, StaleVersionError, IllegalActionError],
  })
  reopenOpportunity(
    @IdParam() id: string,
    @Body() dto: ReopenOpportunityDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<WholeOpportunityDto> {
    return this.moves.reopen(id, dto, version, actor);
  }

  @Delete(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Put an opportunity into the recycle bin',
    access: OPPORTUNITY_ACTIONS.delete.permission,
    status: 204,
    errors: [RecordNotFoundError, StaleVersionError],
  })
  deleteOpportunity(
    @IdParam() id: string,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.bin.put('opportunity', id, version, actor);
  }
}
