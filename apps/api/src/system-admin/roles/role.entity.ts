import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

/** Code of the role that always has every permission. */
export const ADMINISTRATOR_ROLE = 'administrator';

@Entity('roles')
export class Role extends BaseEntity {
  /** Stable word, `salesperson`. */
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('boolean', { name: 'is_built_in', default: false }) isBuiltIn!: boolean;
}
