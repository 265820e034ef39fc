import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ImportField, ImportResource } from '../imports/import-resource.js';
import { ImportResources } from '../imports/import-resource.js';
import type { FieldDefinition } from './custom-field.entity.js';
import { CustomFields } from './custom-fields.js';
import { CustomResources } from './custom-resource.js';
import { FormulaRuns } from './formula-runs.js';
import { checkValue } from './value-rules.js';

const TYPES = {
  text: 'text',
  number: 'decimal',
  money: 'decimal',
  date: 'date',
  choice: 'choice',
  choices: 'choices',
  link: 'text',
} as const;

/** Makes custom fields something a file may fill; formulas are calculated for the records it wrote. */
@Injectable()
export class CustomImports implements OnModuleInit {
  constructor(
    private readonly imports: ImportResources,
    private readonly resources: CustomResources,
    private readonly fields: CustomFields,
    private readonly formulas: FormulaRuns,
  ) {}

  onModuleInit(): void {
    this.imports.extend((resource) => this.extended(resource));
  }

  private extended(resource: ImportResource): ImportResource {
    const name = resource.repeats ?? resource.resource;
    if (!this.resources.find(name)) return resource;
    // Only the first of several contacts in a row has columns for what the company added.
    const added = resource.repeats ? [] : this.fields.of(name).flatMap((field) => this.fieldOf(field) ?? []);
    const hasFormula = this.fields.of(name).some(({ kind }) => kind === 'formula');
    if (added.length === 0 && !hasFormula) return resource;
    return {
      ...resource,
      fields: [...resource.fields, ...added],
      ...(hasFormula && {
        afterWrite: (unit, ids) => this.formulas.ofSome(unit, name, ids),
      }),
    };
  }

  /** Guarded fields stay out of files: an import checks rights by resource, not by field. */
  private fieldOf(field: FieldDefinition): ImportField | undefined {
    const { kind, code, labelZh, labelEn, retiredAt, readPermission, changePermission, settings } = field;
    const isOpen = !retiredAt && !readPermission && !changePermission;
    if (!isOpen || kind === 'formula' || kind === 'attachment' || (kind === 'link' && settings.target))
      return undefined;
    const choices = this.fields.choices(field);
    const known = new Set(Object.keys(choices));
    return {
      name: `custom:${code}`,
      column: null,
      custom: { code, kind },
      type: TYPES[kind],
      label: { zh: labelZh, en: labelEn },
      headers: [code],
      max: settings.maxLength ?? 2_000,
      scale: kind === 'money' ? 2 : (settings.scale ?? 2),
      choices,
      check: (value) => {
        const checked = checkValue(field, kind === 'choices' ? (JSON.parse(value) as unknown) : value, known);
        return 'value' in checked
          ? undefined
          : { code: 'import.custom-rule', params: { rule: checked.rule, ...checked.params } };
      },
    };
  }
}
