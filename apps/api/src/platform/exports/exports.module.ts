import { Global, Module } from '@nestjs/common';
import { declarePermissions } from '../auth/permission-catalogue.js';
import { ExportSources } from './export-source.js';
import { ExportsController } from './exports.controller.js';
import { ExportsService } from './exports.service.js';
import { ListExports } from './list-export.js';
import './export.notices.js';

declarePermissions([{ code: 'export:run', describe: 'Take lists out as files', scoped: false }]);

@Global()
@Module({
  controllers: [ExportsController],
  providers: [ExportSources, ListExports, ExportsService],
  exports: [ExportSources, ListExports],
})
export class ExportsModule {}
