import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Dictionaries } from '../dictionaries/dictionaries.js';
import { ImportResources } from './import-resource.js';

/** Fields that take values of a dictionary know the values as they are now. */
@Injectable()
export class DictionaryChoices implements OnModuleInit {
  constructor(
    private readonly resources: ImportResources,
    private readonly dictionaries: Dictionaries,
  ) {}

  onModuleInit(): void {
    this.resources.extend((resource) => {
      if (!resource.fields.some(({ dictionary }) => dictionary)) return resource;
      const fields = resource.fields.map((field) =>
        field.dictionary ? { ...field, choices: this.dictionaries.choices(field.dictionary) } : field,
      );
      return { ...resource, fields };
    });
  }
}
