import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../database/base.entity.js';

export const DICTIONARY_COLOURS = ['blue', 'green', 'orange', 'red', 'grey'] as const;
export type DictionaryColour = (typeof DICTIONARY_COLOURS)[number];

/** A named, ordered set of words that the firm keeps itself. */
@Entity('dictionaries')
export class Dictionary extends BaseEntity {
  /** Stable word, `customer-class`. */
  @Column('text') code!: string;
  @Column('text', { name: 'label_zh' }) labelZh!: string;
  @Column('text', { name: 'label_en' }) labelEn!: string;
  /** Whether the firm may add and retire values; the program itself reads those of the others. */
  @Column('boolean', { name: 'is_open' }) isOpen!: boolean;
  @Column('boolean', { name: 'is_built_in', default: false }) isBuiltIn!: boolean;
}

@Entity('dictionary_values')
export class DictionaryValue extends BaseEntity {
  /** Code of the dictionary. */
  @Column('text') dictionary!: string;
  /** What records keep; never changes. */
  @Column('text') code!: string;
  @Column('text', { name: 'label_zh' }) labelZh!: string;
  @Column('text', { name: 'label_en' }) labelEn!: string;
  @Column('text', { nullable: true }) colour!: DictionaryColour | null;
  @Column('int', { default: 0 }) position!: number;
  /** Not offered any more since; records that have it keep it. */
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;
}
