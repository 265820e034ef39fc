import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

export const ACTIVITY_KINDS = ['call', 'visit', 'meeting', 'e-mail', 'fax', 'note'] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

@Entity('activities')
export class Activity extends BaseEntity {
  @Column('text', { default: 'call' }) kind!: ActivityKind;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('text', { nullable: true }) content!: string | null;
  @Column('timestamptz', { name: 'occurred_at', default: () => 'now()' }) occurredAt!: Date | string;
  @Column('int', { name: 'duration_minutes', nullable: true }) durationMinutes!: number | null;
  @Column('uuid', { name: 'customer_id', nullable: true }) customerId!: string | null;
  @Column('uuid', { name: 'contact_id', nullable: true }) contactId!: string | null;
  @Column('uuid', { name: 'opportunity_id', nullable: true }) opportunityId!: string | null;
  /** Colleagues who took part. */
  @Column('uuid', { name: 'participant_ids', array: true, default: [] }) participantIds!: string[];
  @Column('text', { name: 'next_step', nullable: true }) nextStep!: string | null;
  @Column('date', { name: 'next_step_on', nullable: true }) nextStepOn!: string | null;
  /** Its author. */
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: string | null;
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column('uuid', { name: 'deleted_by', nullable: true }) deletedBy!: string | null;
}
