import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

@Entity('positions')
export class Position extends BaseEntity {
  /** `销售代表`; a post in the company, not what somebody may do. */
  @Column('text') name!: string;
  /** No longer given to anybody; who has it keeps it. */
  @Column('boolean', { name: 'is_retired', default: false }) isRetired!: boolean;
}
