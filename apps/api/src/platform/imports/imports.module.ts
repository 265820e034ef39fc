import { Global, Module } from '@nestjs/common';
import { declarePermissions } from '../auth/permission-catalogue.js';
import { DictionaryChoices } from './dictionary-choices.js';
import { ImportJobs } from './import-jobs.js';
import { ImportPlan } from './import-plan.js';
import { ImportProblemExport } from './import-problem-export.js';
import { ImportResources } from './import-resource.js';
import { ImportSource } from './import-source.js';
import { ImportTemplate } from './import-template.js';
import { ImportsController } from './imports.controller.js';
import { ImportsService } from './imports.service.js';
import { MappingMemory } from './mapping-memory.js';
import { Staging } from './staging.js';
import './import.notices.js';

declarePermissions([{ code: 'import:run', describe: 'Bring records in from files', scoped: false }]);

@Global()
@Module({
  controllers: [ImportsController],
  providers: [
    DictionaryChoices,
    ImportResources,
    ImportSource,
    ImportsService,
    ImportJobs,
    Staging,
    ImportPlan,
    ImportProblemExport,
    ImportTemplate,
    MappingMemory,
  ],
  exports: [ImportResources],
})
export class ImportsModule {}
