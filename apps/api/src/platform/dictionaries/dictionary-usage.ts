import { Injectable } from '@nestjs/common';
import { CustomResources, tableOf } from '../custom-fields/custom-resource.js';
import { Rows } from '../database/rows.js';
import { RecordNotFoundError } from '../errors/common.errors.js';
import type { DictionaryUsageDto } from './dictionary.dto.js';

/** Columns whose foreign key names this dictionary, from the catalogue: a new module's column counts without being named here. */
const COLUMNS = `
  select c.conrelid::regclass::text as "table", value.attname as "column" from pg_constraint c
    join pg_attribute word on word.attrelid = c.conrelid and word.attnum = c.conkey[1]
    join pg_attribute value on value.attrelid = c.conrelid and value.attnum = c.conkey[2]
    join pg_attrdef e on e.adrelid = word.attrelid and e.adnum = word.attnum
   where c.contype = 'f' and c.confrelid = 'dictionary_values'::regclass and pg_get_expr(e.adbin, e.adrelid) = quote_literal($1) || '::text'`;

/** Counts the records that have a value, before it is retired. */
@Injectable()
export class DictionaryUsage {
  constructor(
    private readonly rows: Rows,
    private readonly resources: CustomResources,
  ) {}

  /** @throws RecordNotFoundError */
  async of(id: string): Promise<DictionaryUsageDto[]> {
    const dictionary = await this.rows.one<{ code: string }>(`select code from dictionaries where id = $1`, [
      id,
    ]);
    if (!dictionary) throw new RecordNotFoundError('dictionary', id);
    const columns = await this.rows.all<{ table: string; column: string }>(COLUMNS, [dictionary.code]);
    const counts = new Map<string, number>();
    for (const { table, column } of columns) {
      const used = await this.rows.all<DictionaryUsageDto>(
        `select ${column} as code, count(*)::int as count from ${table} where ${column} is not null group by 1`,
      );
      for (const { code, count } of used) counts.set(code, (counts.get(code) ?? 0) + count);
    }
    for (const { resource, code } of await this.rows.all<{ resource: string; code: string }>(
      `select resource, code from custom_fields where dictionary = $1`,
      [dictionary.code],
    )) {
      const target = this.resources.find(resource);
      if (!target) continue;
      const used = await this.rows.all<DictionaryUsageDto>(
        `select word as code, count(*)::int as count from ${tableOf(target)} t
          cross join lateral jsonb_array_elements_text(case jsonb_typeof(t.custom->$1) when 'array' then t.custom->$1 else jsonb_build_array(t.custom->$1) end) as word
          where jsonb_exists(t.custom, $1) group by 1`,
        [code],
      );
      for (const each of used) counts.set(each.code, (counts.get(each.code) ?? 0) + each.count);
    }
    return [...counts].map(([code, count]) => ({ code, count }));
  }
}
