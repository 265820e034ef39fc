import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

export const TASK_PRIORITIES = ['low', 'normal', 'high'] as const;
export type TaskPriority = (typeof TASK_PRIORITIES)[number];

@Entity('tasks')
export class Task extends BaseEntity {
  @Column('text') title!: string;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { default: 'normal' }) priority!: TaskPriority;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt!: Date | null;
  @Column('uuid', { name: 'customer_id', nullable: true }) customerId!: string | null;
  @Column('uuid', { name: 'contact_id', nullable: true }) contactId!: string | null;
  @Column('uuid', { name: 'opportunity_id', nullable: true }) opportunityId!: string | null;
  /** Who is to do it. */
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  @Column('uuid', { name: 'created_by' }) createdBy!: string;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column('uuid', { name: 'deleted_by', nullable: true }) deletedBy!: string | null;
}
