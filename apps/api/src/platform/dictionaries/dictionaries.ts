import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Rows } from '../database/rows.js';
import { LiveHub } from '../events/live-hub.js';
import type { DictionaryDto } from './dictionary.dto.js';

const ALL = `
  select d.id, d.code, d.label_zh as "labelZh", d.label_en as "labelEn", d.is_open as "isOpen", d.is_built_in as "isBuiltIn", d.version,
         coalesce((select json_agg(json_build_object('id', v.id, 'code', v.code, 'labelZh', v.label_zh, 'labelEn', v.label_en,
                          'colour', v.colour, 'retiredAt', v.retired_at, 'version', v.version) order by v.position, v.id)
                     from dictionary_values v where v.dictionary = d.code), '[]') as values
    from dictionaries d order by d.is_built_in desc, d.label_zh collate "zh-x-icu"`;

/** Dictionaries as they are now, kept by each process; a change anywhere empties what the others keep. */
@Injectable()
export class Dictionaries implements OnApplicationBootstrap, OnModuleDestroy {
  private kept: readonly DictionaryDto[] = [];
  private unwatch: (() => void) | undefined;

  constructor(
    private readonly rows: Rows,
    private readonly hub: LiveHub,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.unwatch = this.hub.watch(({ name }) => {
      if (name === 'dictionary.changed') void this.reload().catch(() => undefined);
    });
    await this.reload();
  }

  onModuleDestroy(): void {
    this.unwatch?.();
  }

  async reload(): Promise<void> {
    this.kept = await this.rows.all<DictionaryDto>(ALL);
  }

  all(): readonly DictionaryDto[] {
    return this.kept;
  }

  find(code: string): DictionaryDto | undefined {
    return this.kept.find((dictionary) => dictionary.code === code);
  }

  /** Code → what people call it; retired values too, which old records still show. */
  words(code: string): Record<string, { zh: string; en: string }> {
    const values = this.find(code)?.values ?? [];
    return Object.fromEntries(values.map((value) => [value.code, { zh: value.labelZh, en: value.labelEn }]));
  }

  /** Code → words by which a file may say it; only values that may be chosen. */
  choices(code: string): Record<string, readonly string[]> {
    const values = this.find(code)?.values.filter(({ retiredAt }) => retiredAt === null) ?? [];
    return Object.fromEntries(values.map((value) => [value.code, [value.labelZh, value.labelEn]]));
  }
}
