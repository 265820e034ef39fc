import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FieldDefinition } from './custom-field.entity.js';
import { CustomFields } from './custom-fields.js';
import { CustomResources, aliasOf } from './custom-resource.js';
import { filterOf, sortOf } from './custom-lists.js';

type Schema = Record<string, unknown>;
interface Parameter {
  name: string;
  in: string;
  required: boolean;
  schema: Schema;
  description?: string;
}
interface ListOperation {
  parameters?: Parameter[];
}

const DECIMAL: Schema = { type: 'string', format: 'decimal', pattern: '^-?\\d+(\\.\\d+)?$' };

/** Writes the company's custom fields into the API document, as typed properties, filters and sorts. */
@Injectable()
export class CustomSchemas {
  constructor(
    private readonly fields: CustomFields,
    private readonly resources: CustomResources,
  ) {}

  /** A document of its own; the given one stays as it is. Guarded fields are left out: the document is open. */
  in(document: OpenAPIObject): OpenAPIObject {
    const made = structuredClone(document);
    for (const { resource, schemas, path, list } of this.resources.all()) {
      const fields = this.fields.of(resource).filter(({ readPermission }) => readPermission === null);
      if (fields.length === 0) continue;
      const properties = Object.fromEntries(fields.map((field) => [field.code, this.schemaOf(field)]));
      for (const name of schemas) {
        const schema = made.components?.schemas?.[name] as
          { properties?: Record<string, Schema> } | undefined;
        if (schema?.properties?.custom)
          Object.assign(schema.properties.custom, { properties, additionalProperties: false });
      }
      addParameters((made.paths[path]?.get ?? {}) as ListOperation, fields, aliasOf(list));
    }
    return made;
  }

  private schemaOf(field: FieldDefinition): Schema {
    const { kind, labelEn, helpEn, retiredAt, settings } = field;
    const common = {
      title: labelEn,
      ...(helpEn && { description: helpEn }),
      ...(retiredAt && { deprecated: true }),
      ...(kind === 'formula' && { readOnly: true }),
    };
    return { ...this.typeOf(field, settings), ...common };
  }

  private typeOf(
    field: FieldDefinition,
    { maxLength, pattern, target }: FieldDefinition['settings'],
  ): Schema {
    const codes = Object.keys(this.fields.words(field));
    switch (field.kind) {
      case 'number':
      case 'money':
      case 'formula':
        return { ...DECIMAL };
      case 'date':
        return { type: 'string', format: 'date' };
      case 'choice':
        return { type: 'string', enum: codes };
      case 'choices':
        return { type: 'array', items: { type: 'string', enum: codes } };
      case 'link':
        return { type: 'string', format: target ? 'uuid' : 'uri' };
      case 'attachment':
        return {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              id: { type: 'string', format: 'uuid' },
              name: { type: 'string' },
              size: { type: 'integer' },
            },
          },
        };
      case 'text':
        return { type: 'string', ...(maxLength && { maxLength }), ...(pattern && { pattern }) };
    }
  }
}

function addParameters(operation: ListOperation, fields: readonly FieldDefinition[], alias: string): void {
  const parameters = (operation.parameters ??= []);
  for (const field of fields) {
    const filter = filterOf(field, alias);
    if (!filter) continue;
    const name = `custom.${field.code}`;
    const names = filter.kind === 'range' ? [`${name}From`, `${name}To`] : [name];
    for (const each of names)
      parameters.push({
        name: each,
        in: 'query',
        required: false,
        schema: { type: 'string' },
        description: field.labelEn,
      });
  }
  const sort = parameters.find(({ name }) => name === 'sort');
  const sorts = fields
    .filter((field) => sortOf(field, alias))
    .flatMap(({ code }) => [`custom.${code}`, `-custom.${code}`]);
  if (sort)
    sort.schema = { ...sort.schema, enum: [...((sort.schema.enum as string[] | undefined) ?? []), ...sorts] };
}
