import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../database/base.entity.js';

export const NUMBER_RESETS = ['never', 'yearly', 'monthly', 'daily'] as const;
export type NumberReset = (typeof NUMBER_RESETS)[number];

/** How records of one resource get their numbers; the giving itself is the database's (`next_number`). */
@Entity('numbering_rules')
export class NumberingRule extends BaseEntity {
  @Column('text') resource!: string;
  /** Literals with `{yyyy}` `{yy}` `{MM}` `{dd}` `{dept}` `{seq}` `{seq:5}`. */
  @Column('text') pattern!: string;
  @Column('text') reset!: NumberReset;
  @Column('boolean', { name: 'is_per_department', default: false }) isPerDepartment!: boolean;
  /** Every number is used, at the price that writers wait for one another. */
  @Column('boolean', { name: 'is_gap_free', default: false }) isGapFree!: boolean;
}
