import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { may, SYSTEM_ACTOR, type Actor } from '../auth/actor.js';
import { Rows } from '../database/rows.js';
import { Dictionaries } from '../dictionaries/dictionaries.js';
import { LiveHub } from '../events/live-hub.js';
import type { FieldDefinition } from './custom-field.entity.js';

export const FIELD_COLUMNS = `f.id, f.resource, f.code, f.label_zh as "labelZh", f.label_en as "labelEn", f.help_zh as "helpZh", f.help_en as "helpEn",
  f.kind, f.settings, f.dictionary, f.formula, f.is_required as "isRequired", f.applies_to as "appliesTo", f.section, f.is_indexed as "isIndexed",
  f.read_permission as "readPermission", f.change_permission as "changePermission", f.retired_at as "retiredAt", f.version`;

const NONE: readonly FieldDefinition[] = [];

/** The custom fields as they are now, kept by each process; a change anywhere empties what the others keep. */
@Injectable()
export class CustomFields implements OnApplicationBootstrap, OnModuleDestroy {
  private kept = new Map<string, readonly FieldDefinition[]>();
  private unwatch: (() => void) | undefined;
  /** Counts the changes, so that what is made from the fields knows when to be made again. */
  revision = 0;

  constructor(
    private readonly rows: Rows,
    private readonly hub: LiveHub,
    private readonly dictionaries: Dictionaries,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.unwatch = this.hub.watch(({ name }) => {
      if (name === 'custom-field.changed') void this.reload().catch(() => undefined);
    });
    await this.reload();
  }

  onModuleDestroy(): void {
    this.unwatch?.();
  }

  async reload(): Promise<void> {
    const all = await this.rows.all<FieldDefinition>(
      `select ${FIELD_COLUMNS} from custom_fields f order by f.resource, f.position, f.id`,
    );
    this.kept = Map.groupBy(all, ({ resource }) => resource);
    this.revision += 1;
  }

  /** All of a resource in their order, retired ones too. */
  of(resource: string): readonly FieldDefinition[] {
    return this.kept.get(resource) ?? NONE;
  }

  /** Without those that do not exist for the caller. */
  visible(resource: string, actor: Actor): readonly FieldDefinition[] {
    const all = this.of(resource);
    if (actor === SYSTEM_ACTOR || all.every(({ readPermission }) => readPermission === null)) return all;
    return all.filter(({ readPermission }) => readPermission === null || may(actor, readPermission));
  }

  /** Code → what people call it, of a choice; retired ones too. */
  words({ dictionary, settings }: FieldDefinition): Record<string, { zh: string; en: string }> {
    if (dictionary) return this.dictionaries.words(dictionary);
    return Object.fromEntries(
      (settings.choices ?? []).map(({ code, labelZh, labelEn }) => [code, { zh: labelZh, en: labelEn }]),
    );
  }

  /** Code → words by which a file may say it; only those that may be chosen. */
  choices({ dictionary, settings }: FieldDefinition): Record<string, readonly string[]> {
    if (dictionary) return this.dictionaries.choices(dictionary);
    const offered = (settings.choices ?? []).filter(({ isRetired }) => !isRetired);
    return Object.fromEntries(offered.map(({ code, labelZh, labelEn }) => [code, [labelZh, labelEn]]));
  }
}
