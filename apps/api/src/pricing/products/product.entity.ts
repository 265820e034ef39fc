import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

@Entity('products')
export class Product extends BaseEntity {
  /** Given by the database under the numbering rule when nobody gives one. */
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'category_id', nullable: true }) categoryId!: string | null;
  @Column('uuid', { name: 'brand_id', nullable: true }) brandId!: string | null;
  @Column('text', { nullable: true }) specification!: string | null;
  @Column('text', { nullable: true }) unit!: string | null;
  @Column('numeric', { name: 'tax_rate', default: '0.13' }) taxRate!: string;
  /** Offered no more since; its prices and its history stay. */
  @Column('date', { name: 'withdrawn_on', nullable: true }) withdrawnOn!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { default: '' }) initials!: string;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column('jsonb', { default: {} }) custom!: Record<string, unknown>;
}
