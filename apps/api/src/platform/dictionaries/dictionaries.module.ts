import { Global, Module } from '@nestjs/common';
import { declarePermissions } from '../auth/permission-catalogue.js';
import { DictionariesController } from './dictionaries.controller.js';
import { Dictionaries } from './dictionaries.js';
import { DictionariesService } from './dictionaries.service.js';
import { DictionaryUsage } from './dictionary-usage.js';

declarePermissions([{ code: 'dictionary:manage', describe: 'Keep the dictionaries', scoped: false }]);

@Global()
@Module({
  controllers: [DictionariesController],
  providers: [Dictionaries, DictionariesService, DictionaryUsage],
  exports: [Dictionaries],
})
export class DictionariesModule {}
