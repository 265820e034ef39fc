import { Global, Module } from '@nestjs/common';
import { declarePermissions } from '../auth/permission-catalogue.js';
import { FileStore } from './file-store.js';
import { Files } from './files.js';
import { FilesController } from './files.controller.js';

declarePermissions([{ code: 'file:upload', describe: 'Upload files', scoped: false }]);

@Global()
@Module({ controllers: [FilesController], providers: [FileStore, Files], exports: [FileStore, Files] })
export class FilesModule {}
