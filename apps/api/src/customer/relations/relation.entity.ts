import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

@Entity('customer_relation_kinds')
export class CustomerRelationKind extends BaseEntity {
  @Column('text') code!: string;
  @Column('text', { name: 'name_zh' }) nameZh!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
  /** What each end is called: of a parent and its subsidiary, "from" is the parent. */
  @Column('text', { name: 'from_zh' }) fromZh!: string;
  @Column('text', { name: 'from_en' }) fromEn!: string;
  @Column('text', { name: 'to_zh' }) toZh!: string;
  @Column('text', { name: 'to_en' }) toEn!: string;
  @Column('boolean', { name: 'is_symmetric', default: false }) isSymmetric!: boolean;
  /** Nobody stands above herself, over however many others. */
  @Column('boolean', { name: 'is_acyclic', default: false }) isAcyclic!: boolean;
  @Column('int') position!: number;
}

@Entity('customer_relations')
export class CustomerRelation extends BaseEntity {
  /** Code of its kind. */
  @Column('text') kind!: string;
  @Column('uuid', { name: 'from_id' }) fromId!: string;
  @Column('uuid', { name: 'to_id' }) toId!: string;
  @Column('text', { nullable: true }) note!: string | null;
}
