import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import {
  ApprovalOverError,
  DocumentChangedError,
  DocumentGoneError,
  NotWaitingForYouError,
  VersionOutdatedError,
} from '../approval.errors.js';
import { ApprovalActionsService } from './approval-actions.service.js';
import { ApprovalDto } from './approval.dto.js';
import {
  AddApproverDto,
  ApproveDto,
  BulkApproveDto,
  BulkOutcomesDto,
  DelegateDto,
  ReturnDto,
} from './decision.dto.js';

const DECISION = [
  RecordNotFoundError,
  ApprovalOverError,
  VersionOutdatedError,
  NotWaitingForYouError,
  DocumentChangedError,
  DocumentGoneError,
] as const;

/** What somebody does whom an approval waits for. Each takes `Idempotency-Key`; sent twice, it is done once either way. */
@ApiTags('approvals')
@Controller('approvals')
export class DecisionsController {
  constructor(private readonly actions: ApprovalActionsService) {}

  @Post('bulk-approve')
  @Operation({
    summary: 'Approve several whose stages allow it',
    description: 'Each for itself: the answer says which were approved and why others were not.',
    access: 'approval:read',
    returns: BulkOutcomesDto,
  })
  bulkApprove(@Body() dto: BulkApproveDto, @CurrentActor() actor: Actor): Promise<BulkOutcomesDto> {
    return this.actions.approveMany(dto, actor);
  }

  @Post(':id/approve')
  @HasIdParam()
  @Operation({
    summary: 'Approve',
    access: 'approval:read',
    returns: ApprovalDto,
    errors: DECISION,
  })
  approveApproval(
    @IdParam() id: string,
    @Body() dto: ApproveDto,
    @CurrentActor() actor: Actor,
  ): Promise<ApprovalDto> {
    return this.actions.approve(id, dto, actor);
  }

  @Post(':id/return')
  @HasIdParam()
  @Operation({
    summary: 'Return to the submitter or an earlier stage',
    access: 'approval:read',
    returns: ApprovalDto,
    errors: DECISION,
  })
  returnApproval(
    @IdParam() id: string,
    @Body() dto: ReturnDto,
    @CurrentActor() actor: Actor,
  ): Promise<ApprovalDto> {
    return this.actions.return(id, dto, actor);
  }

  @Post(':id/delegate')
  @HasIdParam()
  @Operation({
    summary: 'Have a colleague decide instead (转办)',
    access: 'approval:read',
    returns: ApprovalDto,
    errors: DECISION,
  })
  delegateApproval(
    @IdParam() id: string,
    @Body() dto: DelegateDto,
    @CurrentActor() actor: Actor,
  ): Promise<ApprovalDto> {
    return this.actions.delegate(id, dto, actor);
  }

  @Post(':id/add-approver')
  @HasIdParam()
  @Operation({
    summary: 'Have colleagues decide before or after you (加签)',
    access: 'approval:read',
    returns: ApprovalDto,
    errors: DECISION,
  })
  addApprover(
    @IdParam() id: string,
    @Body() dto: AddApproverDto,
    @CurrentActor() actor: Actor,
  ): Promise<ApprovalDto> {
    return this.actions.addApprover(id, dto, actor);
  }
}
