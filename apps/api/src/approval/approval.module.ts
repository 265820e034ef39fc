import { Global, Module } from '@nestjs/common';
import { ApprovalExports } from './approval.exports.js';
import { ApprovalHandOver } from './approval.hand-over.js';
import './approval.permissions.js';
import { DelegationsController } from './delegations/delegations.controller.js';
import { DelegationsService } from './delegations/delegations.service.js';
import { Substitution } from './delegations/substitution.js';
import { DocumentTypes } from './document-types.js';
import { DocumentTypesReader } from './flows/document-types.reader.js';
import { Flows } from './flows/flows.js';
import { FlowsController } from './flows/flows.controller.js';
import { FlowsService } from './flows/flows.service.js';
import { ReadyFlows } from './flows/ready-flows.js';
import { AdministrationService } from './runs/administration.service.js';
import { ApprovalActionsService } from './runs/approval-actions.service.js';
import { ApprovalPageService } from './runs/approval-page.service.js';
import { Approvals } from './runs/approvals.js';
import { ApprovalsController } from './runs/approvals.controller.js';
import { Copies } from './runs/copies.js';
import { Deadlines } from './runs/deadlines.js';
import { DecisionsController } from './runs/decisions.controller.js';
import { DecisionsService } from './runs/decisions.service.js';
import { Leavers } from './runs/leavers.js';
import { Notices } from './runs/notices.js';
import { PreviewService } from './runs/preview.service.js';
import { Progress } from './runs/progress.js';
import { RemarksController } from './runs/remarks.controller.js';
import { RemarksService } from './runs/remarks.service.js';
import { RunReader } from './runs/run-reader.js';
import { StageEntry } from './runs/stage-entry.js';
import { TurnPassingService } from './runs/turn-passing.service.js';
import { Upkeep } from './runs/upkeep.js';

/** Global, because modules of documents ask it by its public face and it knows none of them. */
@Global()
@Module({
  controllers: [
    ApprovalsController,
    DecisionsController,
    RemarksController,
    FlowsController,
    DelegationsController,
  ],
  providers: [
    DocumentTypes,
    DocumentTypesReader,
    Flows,
    FlowsService,
    ReadyFlows,
    Approvals,
    Progress,
    StageEntry,
    Copies,
    Notices,
    DecisionsService,
    TurnPassingService,
    RemarksService,
    AdministrationService,
    ApprovalActionsService,
    RunReader,
    ApprovalPageService,
    PreviewService,
    DelegationsService,
    Substitution,
    Deadlines,
    Leavers,
    Upkeep,
    ApprovalHandOver,
    ApprovalExports,
  ],
  exports: [DocumentTypes, Approvals, Flows, DecisionsService],
})
export class ApprovalModule {}
