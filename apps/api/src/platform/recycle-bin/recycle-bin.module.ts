import { Global, Module } from '@nestjs/common';
import { declarePermissions } from '../auth/permission-catalogue.js';
import { BinContent } from './bin-content.js';
import { BinPurge } from './bin-purge.js';
import { Recyclables } from './recyclable.js';
import { RecycleBinController } from './recycle-bin.controller.js';
import { RecycleBin } from './recycle-bin.js';

declarePermissions([
  { code: 'recycle-bin:read', describe: 'See deleted records and take them back', scoped: true },
  { code: 'recycle-bin:purge', describe: 'Remove deleted records for good', scoped: false },
]);

@Global()
@Module({
  controllers: [RecycleBinController],
  providers: [Recyclables, RecycleBin, BinPurge, BinContent],
  exports: [Recyclables, RecycleBin],
})
export class RecycleBinModule {}
