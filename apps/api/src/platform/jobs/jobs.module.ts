import { Global, Module } from '@nestjs/common';
import { declarePermissions } from '../auth/permission-catalogue.js';
import { JobHandlers } from './job-handler.js';
import { JobProgress } from './job-progress.js';
import { JobQueue } from './job-queue.js';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';
import { JobsController } from './jobs.controller.js';

declarePermissions([{ code: 'job:read', describe: 'See and cancel own jobs', scoped: false }]);

@Global()
@Module({
  controllers: [JobsController],
  providers: [JobHandlers, JobProgress, JobRunner, JobQueue, Jobs],
  exports: [JobHandlers, Jobs],
})
export class JobsModule {}
