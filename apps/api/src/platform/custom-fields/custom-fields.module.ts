import { Global, Module } from '@nestjs/common';
import { declarePermissions } from '../auth/permission-catalogue.js';
import { CustomFieldsController } from './custom-fields.controller.js';
import { CustomFields } from './custom-fields.js';
import { CustomFieldsService } from './custom-fields.service.js';
import { CustomFiles } from './custom-files.js';
import { CustomImports } from './custom-imports.js';
import { CustomLists } from './custom-lists.js';
import { CustomResources } from './custom-resource.js';
import { CustomSchemas } from './custom-schemas.js';
import { CustomValues } from './custom-values.js';
import { FieldConversion } from './field-conversion.js';
import { FieldIndexes } from './field-indexes.js';
import { FormulaRuns } from './formula-runs.js';
import { RecordValues } from './record-values.js';

declarePermissions([{ code: 'custom-field:manage', describe: 'Set up custom fields', scoped: false }]);

@Global()
@Module({
  controllers: [CustomFieldsController],
  providers: [
    CustomResources,
    CustomFields,
    CustomFieldsService,
    CustomValues,
    RecordValues,
    FieldConversion,
    FieldIndexes,
    FormulaRuns,
    CustomLists,
    CustomFiles,
    CustomImports,
    CustomSchemas,
  ],
  exports: [CustomResources, CustomFields, CustomValues, CustomSchemas],
})
export class CustomFieldsModule {}
