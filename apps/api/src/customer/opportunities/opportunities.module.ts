import { Module } from '@nestjs/common';
import { AnalysisController } from './analysis/analysis.controller.js';
import { Funnel } from './analysis/funnel.js';
import { OpportunityAnalysis } from './analysis/opportunity-analysis.js';
import { OpportunitiesController } from './opportunities.controller.js';
import { OpportunitiesService } from './opportunities.service.js';
import { OpportunityBulk } from './opportunity.bulk.js';
import { OpportunityBin } from './opportunity.bin.js';
import { OpportunityCustomFields } from './opportunity.custom.js';
import { OpportunityExports } from './opportunity.exports.js';
import { OpportunityHandOver } from './opportunity.hand-over.js';
import { OpportunityImports } from './opportunity.imports.js';
import { OpportunityMovesService } from './opportunity-moves.service.js';
import './opportunity.permissions.js';
import { PipelinesController } from './pipelines/pipelines.controller.js';
import { PipelineStagesService } from './pipelines/pipeline-stages.service.js';
import { Pipelines } from './pipelines/pipelines.js';
import { PipelinesService } from './pipelines/pipelines.service.js';

@Module({
  // Analysis first: `/opportunities/funnel` must not be taken for an id.
  controllers: [AnalysisController, OpportunitiesController, PipelinesController],
  providers: [
    Pipelines,
    PipelinesService,
    PipelineStagesService,
    OpportunitiesService,
    OpportunityMovesService,
    Funnel,
    OpportunityAnalysis,
    OpportunityBin,
    OpportunityBulk,
    OpportunityCustomFields,
    OpportunityExports,
    OpportunityHandOver,
    OpportunityImports,
  ],
})
export class OpportunitiesModule {}
