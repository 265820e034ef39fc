import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

export const CONTACT_ROLES = [
  'decision-maker',
  'influencer',
  'user',
  'purchaser',
  'gatekeeper',
  'finance',
  'other',
] as const;
export const CONTACT_INFLUENCES = ['high', 'medium', 'low'] as const;
export const CONTACT_CHANNELS = ['call', 'wechat', 'e-mail', 'sms', 'visit'] as const;
export const CONTACT_STATES = ['active', 'left'] as const;

export type ContactRole = (typeof CONTACT_ROLES)[number];
export type ContactInfluence = (typeof CONTACT_INFLUENCES)[number];
export type ContactChannel = (typeof CONTACT_CHANNELS)[number];
export type ContactState = (typeof CONTACT_STATES)[number];

@Entity('contacts')
export class Contact extends BaseEntity {
  @Column('uuid', { name: 'customer_id' }) customerId!: string;
  @Column('text') name!: string;
  /** Position in the firm. */
  @Column('text', { nullable: true }) title!: string | null;
  @Column('text', { nullable: true }) department!: string | null;
  /** Part in the decision to buy, and how much it weighs. */
  @Column('text', { nullable: true }) role!: ContactRole | null;
  @Column('text', { nullable: true }) influence!: ContactInfluence | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { name: 'wechat_id', nullable: true }) wechatId!: string | null;
  @Column('text', { name: 'preferred_channel', nullable: true }) preferredChannel!: ContactChannel | null;
  @Column('date', { nullable: true }) birthday!: string | null;
  /** Still with the firm, or gone. */
  @Column('text', { default: 'active' }) state!: ContactState;
  @Column('date', { name: 'left_on', nullable: true }) leftOn!: string | null;
  /** The one to call first; at most one a customer. */
  @Column('boolean', { name: 'is_primary', default: false }) isPrimary!: boolean;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text', { default: '' }) initials!: string;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
  @Column('uuid', { name: 'deleted_by', nullable: true }) deletedBy!: string | null;
  /** Values of custom fields by code. */
  @Column('jsonb', { default: {} }) custom!: Record<string, unknown>;
}
