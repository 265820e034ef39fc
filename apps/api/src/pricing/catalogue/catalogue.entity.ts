import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

@Entity('product_categories')
export class ProductCategory extends BaseEntity {
  @Column('text') name!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
}

@Entity('brands')
export class Brand extends BaseEntity {
  @Column('text') name!: string;
}
