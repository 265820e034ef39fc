import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

@Entity('departments')
export class Department extends BaseEntity {
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('uuid', { name: 'leader_id', nullable: true }) leaderId!: string | null;
}
