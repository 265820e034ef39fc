import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FileHolders } from '../files/file-holders.js';
import { CustomFields } from './custom-fields.js';
import { CustomResources, tableOf } from './custom-resource.js';

/** Files in custom fields are needed by their records. */
@Injectable()
export class CustomFiles implements OnModuleInit {
  constructor(
    private readonly holders: FileHolders,
    private readonly resources: CustomResources,
    private readonly fields: CustomFields,
  ) {}

  onModuleInit(): void {
    this.holders.register(() =>
      this.resources
        .all()
        .filter(({ resource }) => this.fields.of(resource).some(({ kind }) => kind === 'attachment'))
        .map(
          (resource) =>
            `exists (select 1 from ${tableOf(resource)} x where x.custom @? format('$.*[*] ? (@.id == "%s")', f.id)::jsonpath)`,
        ),
    );
  }
}
