import { Injectable } from '@nestjs/common';
import type { Unit } from '../database/unit-of-work.js';
import type { FieldDefinition } from './custom-field.entity.js';
import { CustomFields } from './custom-fields.js';
import { CustomResources, tableOf } from './custom-resource.js';
import { checkValue } from './value-rules.js';

const MOST_EXAMPLES = 5;

export interface Conversion {
  readonly records: number;
  readonly convertible: number;
  readonly examples: string[];
  /** Distinct values, as they are and as they become. */
  readonly pairs: readonly { from: unknown; to: unknown }[];
}

/** What becomes of a field's values when its kind changes. */
@Injectable()
export class FieldConversion {
  constructor(
    private readonly fields: CustomFields,
    private readonly resources: CustomResources,
  ) {}

  /** @param field as it is to be */
  async plan(unit: Unit, field: FieldDefinition): Promise<Conversion> {
    const distinct = await unit.query<{ value: unknown; count: number }>(
      `select custom->$1 as value, count(*)::int as count from ${this.table(field)} where jsonb_exists(custom, $1) group by 1 order by 2 desc`,
      [field.code],
    );
    const plan = {
      records: 0,
      convertible: 0,
      examples: [] as string[],
      pairs: [] as { from: unknown; to: unknown }[],
    };
    for (const { value, count } of distinct) {
      const converted = this.convert(field, value);
      plan.records += count;
      if (converted === undefined) {
        if (plan.examples.length < MOST_EXAMPLES) plan.examples.push(textOf(value).slice(0, 60));
        continue;
      }
      plan.convertible += count;
      if (JSON.stringify(converted) !== JSON.stringify(value))
        plan.pairs.push({ from: value, to: converted });
    }
    return plan;
  }

  async apply(unit: Unit, field: FieldDefinition, { pairs }: Conversion): Promise<void> {
    if (pairs.length === 0) return;
    await unit.query(
      `update ${this.table(field)} t set custom = t.custom || jsonb_build_object($1::text, d.pair->'to'), version = t.version + 1, updated_at = now()
         from jsonb_array_elements($2::jsonb) as d(pair) where t.custom->$1 = d.pair->'from'`,
      [field.code, JSON.stringify(pairs)],
    );
  }

  private convert(field: FieldDefinition, value: unknown): unknown {
    const choices = this.fields.choices(field);
    const text = textOf(value);
    const chosen = Object.entries(choices).find(
      ([code, words]) => code === text || words.includes(text),
    )?.[0];
    const asked =
      field.kind === 'choices'
        ? Array.isArray(value)
          ? value
          : [chosen ?? text]
        : field.kind === 'choice'
          ? (chosen ?? text)
          : text;
    const checked = checkValue(field, asked, new Set(Object.keys(choices)));
    return 'value' in checked && field.kind !== 'attachment' ? checked.value : undefined;
  }

  private table({ resource }: FieldDefinition): string {
    return tableOf(this.resources.find(resource)!);
  }
}

const textOf = (value: unknown): string =>
  Array.isArray(value)
    ? value.map(textOf).join('、')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
