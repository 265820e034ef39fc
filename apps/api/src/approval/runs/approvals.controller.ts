import { Body, Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentActor, type Actor } from '../../platform/auth/actor.js';
import { RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Operation } from '../../platform/http/operation.js';
import { HasIdParam, IdParam } from '../../platform/http/parameters.js';
import {
  CountOperation,
  ListCountDto,
  ListOperation,
  ListQuery,
} from '../../platform/lists/list-operation.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { NoFlowError } from '../approval.errors.js';
import { ApprovalPageService } from './approval-page.service.js';
import { ApprovalDto } from './approval.dto.js';
import {
  approvalList,
  copiedList,
  doneList,
  inboxList,
  ownApprovalList,
  sentList,
} from './approval.lists.js';
import { ApprovalRowDto, CopiedRowDto, DoneRowDto, InboxRowDto } from './approval-row.dto.js';
import { ApprovalPreviewDto, PreviewApprovalDto } from './preview.dto.js';
import { PreviewService } from './preview.service.js';

@ApiTags('approvals')
@Controller('approvals')
export class ApprovalsController {
  constructor(
    private readonly lists: Lists,
    private readonly pages: ApprovalPageService,
    private readonly previews: PreviewService,
  ) {}

  @Get()
  @ListOperation(approvalList, ApprovalRowDto, 'List all approvals')
  listApprovals(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<ApprovalRowDto>> {
    return this.lists.page(approvalList, query, actor);
  }

  @Get('count')
  @CountOperation(approvalList, 'Count all approvals')
  countApprovals(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(approvalList, query, actor);
  }

  @Get('own')
  @ListOperation(ownApprovalList, ApprovalRowDto, 'List approvals you take part in')
  listOwnApprovals(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<ApprovalRowDto>> {
    return this.lists.page(ownApprovalList, query, actor);
  }

  @Get('inbox')
  @ListOperation(inboxList, InboxRowDto, 'List what waits for your decision')
  listInbox(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<InboxRowDto>> {
    return this.lists.page(inboxList, query, actor);
  }

  @Get('inbox/count')
  @CountOperation(inboxList, 'Count what waits for your decision')
  countInbox(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(inboxList, query, actor);
  }

  @Get('sent')
  @ListOperation(sentList, ApprovalRowDto, 'List what you submitted')
  listSentApprovals(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<ApprovalRowDto>> {
    return this.lists.page(sentList, query, actor);
  }

  @Get('done')
  @ListOperation(doneList, DoneRowDto, 'List what you decided')
  listDoneApprovals(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<Page<DoneRowDto>> {
    return this.lists.page(doneList, query, actor);
  }

  @Get('copied')
  @ListOperation(copiedList, CopiedRowDto, 'List what you were told of')
  listCopiedApprovals(
    @ListQuery() query: RawQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<CopiedRowDto>> {
    return this.lists.page(copiedList, query, actor);
  }

  @Get('copied/count')
  @CountOperation(copiedList, 'Count what you were told of')
  countCopiedApprovals(@ListQuery() query: RawQuery, @CurrentActor() actor: Actor): Promise<ListCountDto> {
    return this.lists.count(copiedList, query, actor);
  }

  @Post('preview')
  @Operation({
    summary: 'See the way a document would take, and what to choose',
    access: 'approval:read',
    returns: ApprovalPreviewDto,
    errors: [RecordNotFoundError, NoFlowError],
  })
  previewApproval(
    @Body() dto: PreviewApprovalDto,
    @CurrentActor() actor: Actor,
  ): Promise<ApprovalPreviewDto> {
    return this.previews.preview(dto, actor);
  }

  @Get(':id')
  @HasIdParam()
  @Operation({
    summary: 'Read one approval with all that a reviewer needs',
    description: 'That a participant has seen this version is noted in the timeline, once.',
    access: 'approval:read',
    returns: ApprovalDto,
    errors: [RecordNotFoundError],
  })
  readApproval(@IdParam() id: string, @CurrentActor() actor: Actor): Promise<ApprovalDto> {
    return this.pages.read(id, actor);
  }

  @Get(':id/files/:fileId')
  @HasIdParam()
  @HasIdParam('fileId')
  @Operation({
    summary: 'Download a file of the document or of a remark',
    access: 'approval:read',
    produces: 'application/octet-stream',
    errors: [RecordNotFoundError],
  })
  downloadApprovalFile(
    @IdParam() id: string,
    @IdParam('fileId') fileId: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.pages.download(id, fileId, actor, reply);
  }
}
