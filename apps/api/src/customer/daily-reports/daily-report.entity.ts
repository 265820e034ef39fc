import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

export const REPORT_STATES = ['submitted', 'read'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export const REMARK_KINDS = ['comment', 'addition'] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** One person's report of one day. Whether it is late is judged by the database, which also keeps what was read as it was. */
@Entity('daily_reports')
export class DailyReport extends BaseEntity {
  /** Its author. */
  @Column('uuid', { name: 'owner_id' }) ownerId!: string;
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  @Column('date') day!: string;
  @Column('text') content!: string;
  @Column('text', { nullable: true }) plan!: string | null;
  @Column('text', { nullable: true }) help!: string | null;
  @Column('jsonb', { default: {} }) facts!: object;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column({ type: 'boolean', name: 'is_late', insert: false, update: false }) isLate!: boolean;
  @Column('timestamptz', { name: 'read_at', nullable: true }) readAt!: Date | null;
  @Column('uuid', { name: 'read_by', nullable: true }) readBy!: string | null;

  get state(): ReportState {
    return this.readAt ? 'read' : 'submitted';
  }
}

/** Something said about a report after it was handed in. */
@Entity('daily_report_remarks')
export class DailyReportRemark extends BaseEntity {
  @Column('uuid', { name: 'daily_report_id' }) dailyReportId!: string;
  @Column('text') kind!: RemarkKind;
  @Column('text') content!: string;
  @Column('uuid', { name: 'author_id' }) authorId!: string;
}
