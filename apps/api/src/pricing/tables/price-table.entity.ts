import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

@Entity('price_table_kinds')
export class PriceTableKind extends BaseEntity {
  @Column('text') code!: string;
  @Column('text', { name: 'label_zh' }) labelZh!: string;
  @Column('text', { name: 'label_en' }) labelEn!: string;
  @Column('int', { default: 0 }) position!: number;
  @Column('boolean', { name: 'is_built_in', default: false }) isBuiltIn!: boolean;
  /** How a role may ask such tables while nothing was set for it. */
  @Column('text', { name: 'default_ways', array: true, default: '{}' }) defaultWays!: string[];
}

@Entity('price_tables')
export class PriceTable extends BaseEntity {
  @Column('text') name!: string;
  /** Code of its kind. */
  @Column('text') kind!: string;
  @Column('text', { default: 'CNY' }) currency!: string;
  @Column('boolean', { name: 'tax_included', default: true }) taxIncluded!: boolean;
  @Column('int', { default: 0 }) priority!: number;
  /** Prices nobody any more from this day on. */
  @Column('date', { name: 'retired_on', nullable: true }) retiredOn!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column('uuid', { name: 'deleted_by', nullable: true }) deletedBy!: string | null;
}
