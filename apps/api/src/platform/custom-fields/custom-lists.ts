import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import type { ExportColumn } from '../exports/export-source.js';
import { ListExports } from '../exports/list-export.js';
import type { ListDefinition, ListFilter, ListSort } from '../lists/list-definition.js';
import { ListExtensions } from '../lists/list-extensions.js';
import { isNumeric, type FieldDefinition } from './custom-field.entity.js';
import { CustomFields } from './custom-fields.js';
import { aliasOf, CustomResources } from './custom-resource.js';
import { PROBLEMS } from './custom-values.js';

/** Codes are checked by a pattern when they are made, so they may stand in SQL. */
const valueOf = (alias: string, code: string): string => `${alias}.custom->>'${code}'`;

/** Never null, and the same text as in the field's index. */
export function sortOf({ kind, code }: FieldDefinition, alias: string): ListSort | undefined {
  const value = valueOf(alias, code);
  if (kind === 'attachment' || kind === 'choices') return undefined;
  if (isNumeric(kind)) return { sql: `coalesce((${value})::numeric, '-Infinity'::numeric)`, type: 'numeric' };
  if (kind === 'date') return { sql: `coalesce(iso_date(${value}), '-infinity'::date)`, type: 'date' };
  if (kind === 'choice') return { sql: `coalesce(${value}, '')`, type: 'text' };
  return { sql: `coalesce(${value}, '') collate "zh-x-icu"`, type: 'text' };
}

export function filterOf(field: FieldDefinition, alias: string): ListFilter | undefined {
  const { kind, code, labelZh: describe } = field;
  const sql = sortOf(field, alias)?.sql;
  // A range has nothing to do with records that have no value, which sort first.
  const within = `jsonb_exists(${alias}.custom, '${code}') and ${sql}`;
  if (isNumeric(kind)) return { kind: 'range', sql: within, type: 'numeric', describe };
  if (kind === 'date') return { kind: 'range', sql: within, type: 'date', describe };
  if (kind === 'choices')
    return { kind: 'any-of', sql: `jsonb_exists_any(${alias}.custom->'${code}', ?)`, type: 'text', describe };
  if (kind === 'text' || (kind === 'link' && !field.settings.target)) {
    const part = `exists (select 1 from unnest(?) as part where strpos(lower(${valueOf(alias, code)}), lower(part)) > 0)`;
    return { kind: 'any-of', sql: part, type: 'text', describe };
  }
  if (kind === 'attachment') return undefined;
  return { kind: 'any-of', sql: `coalesce(${valueOf(alias, code)}, '')`, type: 'text', describe };
}

/** Makes custom fields part of their resource's list: column, filters, sorts, export, with their permissions. */
@Injectable()
export class CustomLists implements OnModuleInit {
  private readonly made = new Map<string, { revision: number; list: ListDefinition }>();

  constructor(
    private readonly fields: CustomFields,
    private readonly resources: CustomResources,
    private readonly extensions: ListExtensions,
    private readonly exports: ListExports,
  ) {}

  onModuleInit(): void {
    this.extensions.add((list, actor) => this.extended(list, actor));
    this.exports.extend({
      columns: ({ resource }, actor) => this.exportColumns(resource, actor),
      values: (list, row, { locale }) => this.written(list, row, locale === 'en' ? 'en' : 'zh'),
    });
  }

  /** One object for all callers who see the same fields, so that what is kept by list stays of use. */
  private extended(list: ListDefinition, actor: Actor): ListDefinition {
    const all = this.fields.of(list.resource);
    if (all.length === 0 || this.resources.find(list.resource)?.list !== list) return list;
    const visible = this.fields.visible(list.resource, actor);
    const hidden = all.filter((field) => !visible.includes(field)).map(({ code }) => code);
    const key = `${list.resource}/${hidden.join()}`;
    const made = this.made.get(key);
    if (made?.revision === this.fields.revision) return made.list;
    const fresh = extend(list, visible, hidden);
    this.made.set(key, { revision: this.fields.revision, list: fresh });
    return fresh;
  }

  private exportColumns(resource: string, actor: Actor): ExportColumn[] {
    if (!this.resources.find(resource)) return [];
    return this.fields.visible(resource, actor).map((field) => ({
      key: `custom.${field.code}`,
      label: { zh: field.labelZh, en: field.labelEn },
      type: isNumeric(field.kind) ? 'decimal' : field.kind === 'date' ? 'date' : 'text',
      scale: isNumeric(field.kind) ? (field.kind === 'money' ? 2 : (field.settings.scale ?? 2)) : undefined,
      words: field.kind === 'choice' ? this.fields.words(field) : undefined,
    }));
  }

  /** `custom` of a row as cells of its own. */
  private written(
    resource: string,
    row: Record<string, unknown>,
    language: 'zh' | 'en',
  ): Record<string, unknown> {
    const { custom, ...rest } = row;
    if (custom === null || typeof custom !== 'object') return row;
    for (const field of this.fields.of(resource)) {
      const value = (custom as Record<string, unknown>)[field.code];
      if (value === undefined) continue;
      const key = `custom.${field.code}`;
      if (field.kind === 'choices') {
        const words = this.fields.words(field);
        rest[key] = (value as string[]).map((code) => words[code]?.[language] ?? code).join('、');
      } else if (field.kind === 'attachment') {
        rest[key] = (value as { name: string }[]).map(({ name }) => name).join('、');
      } else rest[key] = value;
    }
    return rest;
  }
}

function extend(
  list: ListDefinition,
  visible: readonly FieldDefinition[],
  hidden: readonly string[],
): ListDefinition {
  const alias = aliasOf(list);
  const without = hidden.reduce(
    (sql, code) => `((${sql} - '${code}'::text) #- '{${PROBLEMS},${code}}')`,
    `${alias}.custom`,
  );
  const named = <T>(make: (field: FieldDefinition) => T | undefined): Record<string, T> =>
    Object.fromEntries(
      visible.flatMap((field) => {
        const made = make(field);
        return made === undefined ? [] : [[`custom.${field.code}`, made]];
      }),
    );
  return {
    ...list,
    columns: { ...list.columns, ...(hidden.length > 0 && { custom: without }) },
    filters: { ...list.filters, ...named((field) => filterOf(field, alias)) },
    sorts: { ...list.sorts, ...named((field) => sortOf(field, alias)) },
  };
}
