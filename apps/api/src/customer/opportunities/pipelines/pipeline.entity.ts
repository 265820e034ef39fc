import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../../platform/database/base.entity.js';
import type { StageRequirement } from './stage-rules.js';

export const STAGE_KINDS = ['open', 'won', 'lost'] as const;
export const STAGE_COLOURS = ['blue', 'green', 'orange', 'red', 'grey'] as const;

@Entity('pipelines')
export class Pipeline extends BaseEntity {
  @Column('text', { name: 'name_zh' }) nameZh!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
  /** New deals go this way unless somebody says otherwise. */
  @Column('boolean', { name: 'is_default', default: false }) isDefault!: boolean;
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;
}

@Entity('pipeline_stages')
export class PipelineStage extends BaseEntity {
  @Column('uuid', { name: 'pipeline_id' }) pipelineId!: string;
  @Column('text', { default: 'open' }) kind!: (typeof STAGE_KINDS)[number];
  @Column('text', { name: 'name_zh' }) nameZh!: string;
  @Column('text', { name: 'name_en' }) nameEn!: string;
  @Column('numeric') probability!: string;
  @Column('text', { nullable: true }) colour!: (typeof STAGE_COLOURS)[number] | null;
  @Column('int', { name: 'stagnation_days', nullable: true }) stagnationDays!: number | null;
  @Column('jsonb', { name: 'required_fields', default: [] }) requiredFields!: StageRequirement[];
  @Column('boolean', { name: 'may_skip', default: true }) maySkip!: boolean;
  @Column('boolean', { name: 'may_return', default: true }) mayReturn!: boolean;
  @Column('int') position!: number;
  @Column('timestamptz', { name: 'retired_at', nullable: true }) retiredAt!: Date | null;
}
