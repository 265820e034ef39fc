import { Module } from '@nestjs/common';
import { ActivitiesModule } from './activities/activities.module.js';
import { ContactMovesService } from './contacts/contact-moves.service.js';
import { CalendarModule } from './calendar/calendar.module.js';
import { ContactsController } from './contacts/contacts.controller.js';
import { ContactsService } from './contacts/contacts.service.js';
import { CreditChangeApproval } from './credit-changes/credit-change.approval.js';
import { CreditChangeExports } from './credit-changes/credit-change.exports.js';
import { CreditChangesController } from './credit-changes/credit-changes.controller.js';
import { CreditChangesService } from './credit-changes/credit-changes.service.js';
import { CustomerCustomFields } from './customer.custom.js';
import { CustomerAttachments } from './customer.attachments.js';
import { CustomerBulk } from './customer.bulk.js';
import { CustomerBin } from './customer.bin.js';
import { CustomerExports } from './customer.exports.js';
import { CustomerHandOver } from './customer.hand-over.js';
import { CustomerImports } from './customer.imports.js';
import './customer.permissions.js';
import { DailyReportsModule } from './daily-reports/daily-reports.module.js';
import { OpportunitiesModule } from './opportunities/opportunities.module.js';
import { ConversionService } from './customers/conversion.service.js';
import { CustomerProfileController } from './customers/customer-profile.controller.js';
import { CustomerProfileService } from './customers/customer-profile.service.js';
import { FirstContract } from './customers/first-contract.js';
import { DivisionsController } from './divisions/divisions.controller.js';
import { CustomersController } from './customers/customers.controller.js';
import { CustomersService } from './customers/customers.service.js';
import { CustomerTimeline } from './timeline/customer-timeline.js';
import { TimelineSources } from './timeline/timeline-sources.js';
import { RelationsModule } from './relations/relations.module.js';
import { TimelineController } from './timeline/timeline.controller.js';
import { TimelineService } from './timeline/timeline.service.js';
import { TerritoriesController } from './territories/territories.controller.js';

@Module({
  imports: [OpportunitiesModule, ActivitiesModule, RelationsModule, CalendarModule, DailyReportsModule],
  controllers: [
    CustomersController,
    CustomerProfileController,
    TimelineController,
    DivisionsController,
    ContactsController,
    TerritoriesController,
    CreditChangesController,
  ],
  providers: [
    CustomersService,
    CustomerProfileService,
    ConversionService,
    FirstContract,
    TimelineSources,
    CustomerTimeline,
    TimelineService,
    ContactsService,
    CustomerAttachments,
    ContactMovesService,
    CustomerBin,
    CustomerBulk,
    CustomerCustomFields,
    CustomerImports,
    CustomerExports,
    CustomerHandOver,
    CreditChangesService,
    CreditChangeApproval,
    CreditChangeExports,
  ],
  exports: [CreditChangesService, TimelineSources, CalendarModule],
})
export class CustomerModule {}
