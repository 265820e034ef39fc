import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { AdministrationService } from './administration.service.js';
import { ApprovalPageService } from './approval-page.service.js';
import type { ApprovalDto } from './approval.dto.js';
import { Approvals } from './approvals.js';
import type {
  AddApproverDto,
  ApproveDto,
  BulkApproveDto,
  BulkOutcomesDto,
  CommentDto,
  CopyDto,
  DelegateDto,
  ReassignDto,
  ReleaseDto,
  ReturnDto,
  TerminateDto,
  WithdrawDto,
} from './decision.dto.js';
import { DecisionsService } from './decisions.service.js';
import { RemarksService } from './remarks.service.js';
import { TurnPassingService } from './turn-passing.service.js';

/** Everything done with one approval is answered by how it stands then. */
@Injectable()
export class ApprovalActionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly approvals: Approvals,
    private readonly decisions: DecisionsService,
    private readonly passing: TurnPassingService,
    private readonly remarks: RemarksService,
    private readonly administration: AdministrationService,
    private readonly pages: ApprovalPageService,
  ) {}

  approve(id: string, dto: ApproveDto, actor: Actor): Promise<ApprovalDto> {
    return this.answered(id, actor, this.decisions.approve(id, dto, actor));
  }

  return(id: string, dto: ReturnDto, actor: Actor): Promise<ApprovalDto> {
    return this.answered(id, actor, this.decisions.return(id, dto, actor));
  }

  approveMany(dto: BulkApproveDto, actor: Actor): Promise<BulkOutcomesDto> {
    return this.decisions.approveMany(dto, actor);
  }

  delegate(id: string, dto: DelegateDto, actor: Actor): Promise<ApprovalDto> {
    return this.answered(id, actor, this.passing.delegate(id, dto, actor));
  }

  addApprover(id: string, dto: AddApproverDto, actor: Actor): Promise<ApprovalDto> {
    return this.answered(id, actor, this.passing.addApprover(id, dto, actor));
  }

  withdraw(id: string, { reason = null }: WithdrawDto, actor: Actor): Promise<ApprovalDto> {
    const done = this.work.run(actor, 'approval.withdraw', (unit) =>
      this.approvals.withdraw(unit, id, reason),
    );
    return this.answered(id, actor, done);
  }

  urge(id: string, actor: Actor): Promise<ApprovalDto> {
    return this.answered(id, actor, this.remarks.urge(id, actor));
  }

  comment(id: string, dto: CommentDto, actor: Actor): Promise<ApprovalDto> {
    return this.answered(id, actor, this.remarks.comment(id, dto, actor));
  }

  copy(id: string, dto: CopyDto, actor: Actor): Promise<ApprovalDto> {
    return this.answered(id, actor, this.remarks.copy(id, dto, actor));
  }

  reassign(id: string, dto: ReassignDto, actor: Actor): Promise<ApprovalDto> {
    return this.answered(id, actor, this.administration.reassign(id, dto, actor));
  }

  release(id: string, dto: ReleaseDto, actor: Actor): Promise<ApprovalDto> {
    return this.answered(id, actor, this.administration.release(id, dto, actor));
  }

  terminate(id: string, dto: TerminateDto, actor: Actor): Promise<ApprovalDto> {
    return this.answered(id, actor, this.administration.terminate(id, dto, actor));
  }

  private async answered(id: string, actor: Actor, done: Promise<void>): Promise<ApprovalDto> {
    await done;
    return this.pages.read(id, actor);
  }
}
