import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { IllegalActionError, RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import { UrgedRecentlyError } from '../approval.errors.js';
import { ApprovalActionsService } from './approval-actions.service.js';
import { ApprovalDto } from './approval.dto.js';
import { CommentDto, CopyDto, ReassignDto, ReleaseDto, TerminateDto, WithdrawDto } from './decision.dto.js';

/** What submitters, participants and administrators do. */
@ApiTags('approvals')
@Controller('approvals')
export class RemarksController {
  constructor(private readonly actions: ApprovalActionsService) {}

  @Post(':id/withdraw')
  @HasIdParam()
  @Operation({
    summary: 'Take back what you submitted',
    access: 'approval:read',
    returns: ApprovalDto,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  withdrawApproval(
    @IdParam() id: string,
    @Body() dto: WithdrawDto,
    @CurrentActor() actor: Actor,
  ): Promise<ApprovalDto> {
    return this.actions.withdraw(id, dto, actor);
  }

  @Post(':id/urge')
  @HasIdParam()
  @Operation({
    summary: 'Remind those whom it waits for (催办)',
    access: 'approval:read',
    returns: ApprovalDto,
    errors: [RecordNotFoundError, IllegalActionError, UrgedRecentlyError],
  })
  urgeApproval(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ApprovalDto> {
    return this.actions.urge(id, actor);
  }

  @Post(':id/comment')
  @HasIdParam()
  @Operation({
    summary: 'Comment, mention people, attach files',
    access: 'approval:read',
    returns: ApprovalDto,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  commentApproval(
    @IdParam() id: string,
    @Body() dto: CommentDto,
    @CurrentActor() actor: Actor,
  ): Promise<ApprovalDto> {
    return this.actions.comment(id, dto, actor);
  }

  @Post(':id/copy')
  @HasIdParam()
  @Operation({
    summary: 'Let colleagues see it (抄送)',
    access: 'approval:read',
    returns: ApprovalDto,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  copyApproval(
    @IdParam() id: string,
    @Body() dto: CopyDto,
    @CurrentActor() actor: Actor,
  ): Promise<ApprovalDto> {
    return this.actions.copy(id, dto, actor);
  }

  @Post(':id/reassign')
  @HasIdParam()
  @Operation({
    summary: 'Have another person decide',
    access: 'approval:administer',
    returns: ApprovalDto,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  reassignApproval(
    @IdParam() id: string,
    @Body() dto: ReassignDto,
    @CurrentActor() actor: Actor,
  ): Promise<ApprovalDto> {
    return this.actions.reassign(id, dto, actor);
  }

  @Post(':id/release')
  @HasIdParam()
  @Operation({
    summary: 'Pass over the stage that nobody can decide',
    access: 'approval:administer',
    returns: ApprovalDto,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  releaseApproval(
    @IdParam() id: string,
    @Body() dto: ReleaseDto,
    @CurrentActor() actor: Actor,
  ): Promise<ApprovalDto> {
    return this.actions.release(id, dto, actor);
  }

  @Post(':id/terminate')
  @HasIdParam()
  @Operation({
    summary: 'End an approval for good',
    access: 'approval:administer',
    returns: ApprovalDto,
    errors: [RecordNotFoundError, IllegalActionError],
  })
  terminateApproval(
    @IdParam() id: string,
    @Body() dto: TerminateDto,
    @CurrentActor() actor: Actor,
  ): Promise<ApprovalDto> {
    return this.actions.terminate(id, dto, actor);
  }
}
