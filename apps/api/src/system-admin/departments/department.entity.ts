import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

@Entity('departments')
export class Department extends BaseEntity {
  /** Stable word; the database makes one when none is given. */
  @Column('text', { default: () => `'d' || lpad(nextval('department_codes')::text, 4, '0')` }) code!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('uuid', { name: 'leader_id', nullable: true }) leaderId!: string | null;
}
