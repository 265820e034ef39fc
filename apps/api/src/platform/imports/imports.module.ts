import { Global, Module } from '@nestjs/common';
import { declarePermissions } from '../auth/permission-catalogue.js';
import { ImportJobs } from './import-jobs.js';
import { ImportResources } from './import-resource.js';
import { ImportSource } from './import-source.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { Staging } from './staging.js';

declarePermissions([{ code: 'import:run', describe: 'Bring records in from files', scoped: false }]);

@Global()
@Module({
  controllers: [ImportsController],
  providers: [ImportResources, ImportSource, ImportsService, ImportJobs, Staging],
  exports: [ImportResources],
})
export class ImportsModule {}
