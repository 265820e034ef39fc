import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

export const OPPORTUNITY_STATES = ['open', 'won', 'lost'] as const;
export type OpportunityState = (typeof OPPORTUNITY_STATES)[number];

/** A deal that may come about. State, time in the stage and how far it has come are kept by the database. */
@Entity('opportunities')
export class Opportunity extends BaseEntity {
  /** Given by the database under the numbering rule. */
  @Column('text') number!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'customer_id', nullable: true }) customerId!: string | null;
  @Column('uuid', { name: 'primary_contact_id', nullable: true }) primaryContactId!: string | null;
  @Column('uuid', { name: 'owner_id', nullable: true }) ownerId!: string | null;
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  @Column('uuid', { name: 'territory_id', nullable: true }) territoryId!: string | null;
  @Column('uuid', { name: 'pipeline_id' }) pipelineId!: string;
  @Column('uuid', { name: 'stage_id' }) stageId!: string;
  @Column({ type: 'text', insert: false, update: false }) state!: OpportunityState;
  /** The open stage in which it was won or lost. */
  @Column({ type: 'uuid', name: 'last_open_stage_id', nullable: true, insert: false, update: false })
  lastOpenStageId!: string | null;
  @Column('numeric', { nullable: true }) amount!: string | null;
  @Column('text', { default: 'CNY' }) currency!: string;
  /** CNY for one unit of the currency. */
  @Column('numeric', { name: 'exchange_rate', default: 1 }) exchangeRate!: string;
  /** Where the salesperson knows better than the stage. */
  @Column('numeric', { name: 'own_probability', nullable: true }) ownProbability!: string | null;
  @Column('date', { name: 'expected_close_on', nullable: true }) expectedCloseOn!: string | null;
  @Column('date', { name: 'engaged_on', nullable: true }) engagedOn!: string | null;
  @Column('date', { name: 'closed_on', nullable: true }) closedOn!: string | null;
  @Column('numeric', { name: 'close_value', nullable: true }) closeValue!: string | null;
  @Column('text', { name: 'loss_reason', nullable: true }) lossReason!: string | null;
  @Column('text', { name: 'loss_note', nullable: true }) lossNote!: string | null;
  @Column('text', { nullable: true }) source!: string | null;
  @Column('text', { name: 'next_step', nullable: true }) nextStep!: string | null;
  @Column('date', { name: 'next_step_on', nullable: true }) nextStepOn!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { default: '' }) initials!: string;
  @Column('jsonb', { default: {} }) custom!: Record<string, unknown>;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column('uuid', { name: 'deleted_by', nullable: true }) deletedBy!: string | null;
}
