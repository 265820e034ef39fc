import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

export const APPOINTMENT_KINDS = ['call', 'visit', 'meeting'] as const;
export type AppointmentKind = (typeof APPOINTMENT_KINDS)[number];

/** Something planned with a customer. No contact yet: done, it becomes an activity. */
@Entity('appointments')
export class Appointment extends BaseEntity {
  @Column('text', { default: 'visit' }) kind!: AppointmentKind;
  @Column('text', { nullable: true }) subject!: string | null;
  @Column('text', { nullable: true }) location!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  /** Minutes before its beginning; null for no reminder. */
  @Column('int', { name: 'remind_minutes', nullable: true }) remindMinutes!: number | null;
  @Column('timestamptz', { name: 'reminded_at', nullable: true }) remindedAt!: Date | null;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
  /** What was logged of it. */
  @Column('uuid', { name: 'activity_id', nullable: true }) activityId!: string | null;
  @Column('uuid', { name: 'customer_id', nullable: true }) customerId!: string | null;
  @Column('uuid', { name: 'contact_id', nullable: true }) contactId!: string | null;
  @Column('uuid', { name: 'opportunity_id', nullable: true }) opportunityId!: string | null;
  /** Who is to go. */
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column('uuid', { name: 'deleted_by', nullable: true }) deletedBy!: string | null;
}
