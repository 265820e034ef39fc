import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

@Entity('contacts')
export class Contact extends BaseEntity {
  @Column('uuid', { name: 'customer_id' }) customerId!: string;
  @Column('text') name!: string;
  /** Position in the firm. */
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  /** The one to call first; at most one a customer. */
  @Column('boolean', { name: 'is_primary', default: false }) isPrimary!: boolean;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { default: '' }) initials!: string;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column('uuid', { name: 'deleted_by', nullable: true }) deletedBy!: string | null;
  /** Values of custom fields by code. */
  @Column('jsonb', { default: {} }) custom!: Record<string, unknown>;
}
