import { Module, type DynamicModule } from '@nestjs/common';
import { ENTITIES, MIGRATIONS } from './schema.js';
import { AnalyticsModule } from './analytics/index.js';
import { ApprovalModule } from './approval/index.js';
import { ContractModule } from './contract/index.js';
import { DemoApprovals, DemoCompany } from './demo/index.js';
import { CustomerModule } from './customer/index.js';
import { PlatformModule } from './platform/platform.module.js';
import { PricingModule } from './pricing/index.js';
import type { AppConfig } from './platform/config/app-config.js';
import { SystemAdminModule } from './system-admin/index.js';

/** The modules of the monolith; the listing of this folder is the table of contents. */
@Module({})
export class AppModule {
  static with(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, { entities: ENTITIES, migrations: MIGRATIONS }),
        SystemAdminModule,
        ApprovalModule,
        CustomerModule,
        PricingModule,
        ContractModule,
        AnalyticsModule,
      ],
      providers: [DemoCompany, DemoApprovals],
    };
  }
}
