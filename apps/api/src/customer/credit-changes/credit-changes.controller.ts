import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
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
} from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import {
  ChangeCreditChangeDto,
  CreateCreditChangeDto,
  CreditChangeDto,
  SubmitCreditChangeDto,
  WithdrawCreditChangeDto,
} from './credit-change.dto.js';
import { CreditUnderReviewError } from './credit-change.errors.js';
import { creditChangeList } from './credit-change.list.js';
import { CreditChangesService } from './credit-changes.service.js';

@ApiTags('credit-limit-changes')
@Controller('credit-limit-changes')
export class CreditChangesController {
  constructor(
    private readonly changes: CreditChangesService,
    private readonly lists: Lists,
  ) {}

  @Get()
  @ListOperation(creditChangeList, CreditChangeDto, 'List credit limit changes')
  listCreditChanges(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<CreditChangeDto>> {
    return this.changes.page(query, actor);
  }

  @Get('count')
  @CountOperation(creditChangeList, 'Count credit limit changes')
  countCreditChanges(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(creditChangeList, query, actor);
  }

  @Post()
  @Operation({
    summary: 'Draft a change of a customer’s credit limit and terms',
    access: 'credit-limit-change:create',
    returns: CreditChangeDto,
    status: 201,
  })
  createCreditChange(
    @Body() dto: CreateCreditChangeDto,
    @CurrentActor() actor: Actor,
  ): Promise<CreditChangeDto> {
    return this.changes.create(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one credit limit change',
    access: 'credit-limit-change:read',
    returns: CreditChangeDto,
    errors: [RecordNotFoundError],
  })
  readCreditChange(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<CreditChangeDto> {
    return this.changes.read(id, actor);
  }

  @Patch(':id')
  @HasIdParam()
  @HasIfMatch()
  @Operation({
    summary: 'Change a draft, or what was returned or withdrawn',
    access: 'credit-limit-change:create',
    returns: CreditChangeDto,
    errors: [RecordNotFoundError, StaleVersionError, IllegalActionError],
  })
  changeCreditChange(
    @IdParam() id: string,
    @Body() dto: ChangeCreditChangeDto,
    @IfMatch() version: number | undefined,
    @CurrentActor() actor: Actor,
  ): Promise<CreditChangeDto> {
    return this.changes.change(id, dto, version, actor);
  }

  @Post(':id/submit')
  @HasIdParam()
  @Operation({
    summary: 'Submit it for approval, or again after a return',
    access: 'credit-limit-change:create',
    returns: CreditChangeDto,
    errors: [RecordNotFoundError, IllegalActionError, CreditUnderReviewError],
  })
  submitCreditChange(
    @IdParam() id: string,
    @Body() dto: SubmitCreditChangeDto,
    @CurrentActor() actor: Actor,
  ): Promise<CreditChangeDto> {
    return this.changes.submit(id, dto, actor);
  }

  @Post(':id/withdraw')
  @HasIdParam()
  @Operation({
    summary: 'Take it back while it is under review',
    access: 'credit-limit-change:create',
    returns: CreditChangeDto,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  withdrawCreditChange(
    @IdParam() id: string,
    @Body() dto: WithdrawCreditChangeDto,
    @CurrentActor() actor: Actor,
  ): Promise<CreditChangeDto> {
    return this.changes.withdraw(id, dto, actor);
  }
}
