import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

export const REVISION_STATES = ['draft', 'in_review', 'returned', 'approved', 'withdrawn'] as const;
export type RevisionState = (typeof REVISION_STATES)[number];

@Entity('price_revisions')
export class PriceRevision extends BaseEntity {
  /** Given by the database under the numbering rule. */
  @Column('text') number!: string;
  @Column('text') title!: string;
  @Column('text', { default: 'draft' }) state!: RevisionState;
  @Column('date', { name: 'effective_on' }) effectiveOn!: string;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { name: 'backdating_reason', nullable: true }) backdatingReason!: string | null;
  @Column('timestamptz', { name: 'approved_at', nullable: true }) approvedAt!: Date | null;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column('uuid', { name: 'deleted_by', nullable: true }) deletedBy!: string | null;
}
