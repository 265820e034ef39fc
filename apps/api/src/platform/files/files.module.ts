import { Global, Module } from '@nestjs/common';
import { declarePermissions } from '../auth/permission-catalogue.js';
import { FileStore } from './file-store.js';
import { Files } from './files.js';
import { FileHolders } from './file-holders.js';
import { FileSweep } from './file-sweep.js';
import { FilesController } from './files.controller.js';
import { Uploads } from './uploads.js';
import { UploadsController } from './uploads.controller.js';

declarePermissions([{ code: 'file:upload', describe: 'Upload files', scoped: false }]);

@Global()
@Module({
  controllers: [FilesController, UploadsController],
  providers: [FileStore, Files, FileHolders, FileSweep, Uploads],
  exports: [FileStore, Files, FileHolders],
})
export class FilesModule {}
