import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

export const CREDIT_CHANGE_STATES = ['draft', 'in_review', 'effective', 'returned', 'withdrawn'] as const;
export type CreditChangeState = (typeof CREDIT_CHANGE_STATES)[number];

/** A request to change what a customer may owe, and for how long. */
@Entity('credit_limit_changes')
export class CreditChange extends BaseEntity {
  /** Given by the database under the numbering rule. */
  @Column('text') number!: string;
  @Column('uuid', { name: 'customer_id' }) customerId!: string;
  /** What the customer had when it was submitted. */
  @Column('numeric', { name: 'old_limit', nullable: true }) oldLimit!: string | null;
  @Column('int', { name: 'old_terms_days', nullable: true }) oldTermsDays!: number | null;
  @Column('numeric', { name: 'new_limit' }) newLimit!: string;
  @Column('int', { name: 'new_terms_days' }) newTermsDays!: number;
  @Column('text') reason!: string;
  @Column('uuid', { name: 'file_ids', array: true, default: '{}' }) fileIds!: string[];
  @Column('text', { default: 'draft' }) state!: CreditChangeState;
  @Column('text', { name: 'return_reason', nullable: true }) returnReason!: string | null;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: string | null;
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  @Column('timestamptz', { name: 'effective_at', nullable: true }) effectiveAt!: Date | null;
}
