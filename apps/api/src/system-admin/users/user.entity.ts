import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

/** Invited: has not chosen a password yet. Disabled: has left, or may not in. Anonymised: only the id is left. */
export const USER_STATES = ['invited', 'active', 'disabled', 'anonymised'] as const;
export type UserState = (typeof USER_STATES)[number];

@Entity('users')
export class User extends BaseEntity {
  /** Lower case; what a person signs in with. */
  @Column('text') username!: string;
  @Column('text', { name: 'display_name' }) displayName!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  /** A post in the company; says nothing about rights. */
  @Column('uuid', { name: 'position_id', nullable: true }) positionId!: string | null;
  /** Argon2id, PHC string; null as long as none was chosen. */
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @Column('timestamptz', { name: 'password_changed_at', default: () => 'now()' }) passwordChangedAt!: Date;
  @Column('boolean', { name: 'must_change_password', default: true }) mustChangePassword!: boolean;
  /** Made by the demo data; only such users may have the common demo password. */
  @Column('boolean', { name: 'is_demo', default: false }) isDemo!: boolean;
  @Column('text', { default: 'zh-CN' }) locale!: 'zh-CN' | 'en';
  @Column('text', { default: 'active' }) state!: UserState;
  @Column('int', { name: 'failed_attempts', default: 0 }) failedAttempts!: number;
  @Column('timestamptz', { name: 'locked_until', nullable: true }) lockedUntil!: Date | null;
  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true }) lastSignInAt!: Date | null;
  /** Who she is at the company's identity provider. */
  @Column('text', { name: 'sso_issuer', nullable: true }) ssoIssuer!: string | null;
  @Column('text', { name: 'sso_subject', nullable: true }) ssoSubject!: string | null;
  @Column('text', { default: '' }) initials!: string;

  isLocked(now: Date): boolean {
    return this.lockedUntil !== null && this.lockedUntil > now;
  }
}
