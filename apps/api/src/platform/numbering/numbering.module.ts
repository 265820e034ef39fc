import { Module } from '@nestjs/common';
import { declarePermissions } from '../auth/permission-catalogue.js';
import { NumberingController } from './numbering.controller.js';
import { NumberingService } from './numbering.service.js';

declarePermissions([
  { code: 'numbering:manage', describe: 'Set how records get their numbers', scoped: false },
]);

@Module({ controllers: [NumberingController], providers: [NumberingService] })
export class NumberingModule {}
