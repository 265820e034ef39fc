import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { IllegalActionError, RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import { ListOperation, ListQuery } from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import type { Page } from '../../platform/lists/lists.js';
import { DelegationOverlapError } from '../approval.errors.js';
import { CreateDelegationDto, DelegationDto } from './delegation.dto.js';
import { allDelegationList, delegationList, receivedDelegationList } from './delegation.list.js';
import { DelegationsService } from './delegations.service.js';

@ApiTags('delegations')
@Controller('delegations')
export class DelegationsController {
  constructor(private readonly delegations: DelegationsService) {}

  @Get()
  @ListOperation(delegationList, DelegationDto, 'List who answers for you')
  listDelegations(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<DelegationDto>> {
    return this.delegations.page(delegationList, query, actor);
  }

  @Get('received')
  @ListOperation(receivedDelegationList, DelegationDto, 'List for whom you answer')
  listReceivedDelegations(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<DelegationDto>> {
    return this.delegations.page(receivedDelegationList, query, actor);
  }

  @Get('all')
  @ListOperation(allDelegationList, DelegationDto, "List everybody's substitutes")
  listAllDelegations(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<DelegationDto>> {
    return this.delegations.page(allDelegationList, query, actor);
  }

  @Post()
  @Operation({
    summary: 'Name a substitute while somebody is away',
    access: 'approval:read',
    returns: DelegationDto,
    status: 201,
    errors: [DelegationOverlapError],
  })
  createDelegation(@Body() dto: CreateDelegationDto, @CurrentActor() actor: Actor): Promise<DelegationDto> {
    return this.delegations.create(dto, actor);
  }

  @Post(':id/end')
  @HasIdParam()
  @Operation({
    summary: 'End a substitution',
    access: 'approval:read',
    returns: DelegationDto,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  endDelegation(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<DelegationDto> {
    return this.delegations.end(id, actor);
  }
}
