import { Global, Module } from '@nestjs/common';
import { BulkJob } from './bulk-job.js';
import { BulkResources } from './bulk-resource.js';
import { BulkRunsService } from './bulk-runs.service.js';
import { BulkController } from './bulk.controller.js';
import { BulkExports } from './bulk.exports.js';
import './bulk.notices.js';

@Global()
@Module({
  controllers: [BulkController],
  providers: [BulkResources, BulkRunsService, BulkJob, BulkExports],
  exports: [BulkResources],
})
export class BulkModule {}
