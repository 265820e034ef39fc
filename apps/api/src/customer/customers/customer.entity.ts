import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

export const CUSTOMER_KINDS = ['organisation', 'individual'] as const;
export const CUSTOMER_STAGES = ['potential', 'formal'] as const;
export const CUSTOMER_SOURCES = ['entered', 'converted', 'imported', 'portal'] as const;

export type CustomerKind = (typeof CUSTOMER_KINDS)[number];
export type CustomerStage = (typeof CUSTOMER_STAGES)[number];
export type CustomerSource = (typeof CUSTOMER_SOURCES)[number];

@Entity('customers')
export class Customer extends BaseEntity {
  /** Given by the database under the numbering rule when nobody gives one. */
  @Column('text') number!: string;
  @Column('text') name!: string;
  @Column('text', { default: 'organisation' }) kind!: CustomerKind;
  @Column('text', { default: 'potential' }) stage!: CustomerStage;
  @Column('boolean', { name: 'is_dealer', default: false }) isDealer!: boolean;
  /** Code of the dictionary `customer-class`. */
  @Column('text', { name: 'customer_class', nullable: true }) customerClass!: string | null;
  @Column('text', { nullable: true }) province!: string | null;
  @Column('text', { nullable: true }) city!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  /** 统一社会信用代码. */
  @Column('text', { name: 'credit_code', nullable: true }) creditCode!: string | null;
  /** Codes of the dictionaries `customer-importance`, `-industry`, `-channel`, `-region`, `-life-cycle`. */
  @Column('text', { nullable: true }) importance!: string | null;
  @Column('text', { nullable: true }) industry!: string | null;
  @Column('text', { nullable: true }) channel!: string | null;
  @Column('text', { nullable: true }) region!: string | null;
  @Column('text', { name: 'life_cycle', nullable: true }) lifeCycle!: string | null;
  @Column('date', { name: 'next_follow_up_on', nullable: true }) nextFollowUpOn!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { default: 'entered' }) source!: CustomerSource;
  @Column('uuid', { name: 'territory_id', nullable: true }) territoryId!: string | null;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: string | null;
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  /** Pinyin initials of the name; the searched text is made from it by the database. */
  @Column('text', { default: '' }) initials!: string;
  /** In the recycle bin since. */
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column('uuid', { name: 'deleted_by', nullable: true }) deletedBy!: string | null;
  /** Values of custom fields by code. */
  @Column('jsonb', { default: {} }) custom!: Record<string, unknown>;
}
