import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

export const PROMOTION_STATES = ['draft', 'active', 'ended'] as const;
export type PromotionState = (typeof PROMOTION_STATES)[number];
export const PROMOTION_METHODS = ['percent', 'amount', 'fixed'] as const;
export type PromotionMethod = (typeof PROMOTION_METHODS)[number];

@Entity('promotions')
export class Promotion extends BaseEntity {
  @Column('text') name!: string;
  @Column('text', { default: 'draft' }) state!: PromotionState;
  /** Days on which it holds, as PostgreSQL writes a range. */
  @Column('daterange') valid!: string;
  @Column('text', { name: 'customer_classes', array: true, default: '{}' }) customerClasses!: string[];
  @Column('uuid', { name: 'territory_ids', array: true, default: '{}' }) territoryIds!: string[];
  @Column('uuid', { name: 'customer_ids', array: true, default: '{}' }) customerIds!: string[];
  @Column('uuid', { name: 'product_ids', array: true, default: '{}' }) productIds!: string[];
  @Column('uuid', { name: 'category_ids', array: true, default: '{}' }) categoryIds!: string[];
  @Column('uuid', { name: 'brand_ids', array: true, default: '{}' }) brandIds!: string[];
  @Column('text') method!: PromotionMethod;
  @Column('numeric') value!: string;
  @Column('numeric', { name: 'min_quantity', default: '0' }) minQuantity!: string;
  @Column('numeric', { name: 'total_limit', nullable: true }) totalLimit!: string | null;
  @Column('numeric', { name: 'customer_limit', nullable: true }) customerLimit!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column('uuid', { name: 'deleted_by', nullable: true }) deletedBy!: string | null;
}
