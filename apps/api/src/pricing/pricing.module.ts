import { Module } from '@nestjs/common';
import { ApprovalModule } from '../approval/index.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { CatalogueService } from './catalogue/catalogue.service.js';
import { CostsController } from './costs/costs.controller.js';
import { CostsService } from './costs/costs.service.js';
import { DeviationsController } from './deviations/deviations.controller.js';
import { DeviationsService } from './deviations/deviations.service.js';
import { PricesController } from './prices/prices.controller.js';
import { PricingAttachments } from './pricing.attachments.js';
import { PricingBulk } from './pricing.bulk.js';
import { PricingBin } from './pricing.bin.js';
import { PricingCustomFields } from './pricing.custom.js';
import { PricingExports } from './pricing.exports.js';
import { PricingImports } from './pricing.imports.js';
import './pricing.permissions.js';
import { PricingSearch } from './pricing.search.js';
import { ProductsController } from './products/products.controller.js';
import { ProductsService } from './products/products.service.js';
import { PromotionsController } from './promotions/promotions.controller.js';
import { PromotionsService } from './promotions/promotions.service.js';
import { PriceResolution } from './resolution/price-resolution.service.js';
import { ResolutionController } from './resolution/resolution.controller.js';
import { PriceRevisionApproval } from './revisions/price-revision.approval.js';
import { PriceRevisionsController } from './revisions/price-revisions.controller.js';
import { PriceRevisionsService } from './revisions/price-revisions.service.js';
import { RevisionLineImports } from './revisions/revision-line.imports.js';
import { RevisionLinesController } from './revisions/revision-lines.controller.js';
import { RevisionLinesService } from './revisions/revision-lines.service.js';
import { PriceAccessService } from './tables/price-access.service.js';
import { PriceTablesController } from './tables/price-tables.controller.js';
import { PriceTablesService } from './tables/price-tables.service.js';

@Module({
  imports: [ApprovalModule],
  controllers: [
    ProductsController,
    CatalogueController,
    CostsController,
    PriceTablesController,
    ResolutionController,
    PricesController,
    PriceRevisionsController,
    RevisionLinesController,
    PromotionsController,
    DeviationsController,
  ],
  providers: [
    ProductsService,
    CatalogueService,
    CostsService,
    PriceTablesService,
    PriceAccessService,
    PriceResolution,
    PriceRevisionsService,
    RevisionLinesService,
    PriceRevisionApproval,
    PromotionsService,
    DeviationsService,
    PricingAttachments,
    PricingBin,
    PricingBulk,
    PricingCustomFields,
    PricingExports,
    PricingImports,
    RevisionLineImports,
    PricingSearch,
  ],
  exports: [PriceResolution],
})
export class PricingModule {}
