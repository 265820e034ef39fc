import { Column, Entity } from 'typeorm';
import { BaseEntity } from '../../platform/database/base.entity.js';

export const USER_STATES = ['active', 'disabled'] as const;
export type UserState = (typeof USER_STATES)[number];

@Entity('users')
export class User extends BaseEntity {
  /** Lower case; what a person signs in with. */
  @Column('text') username!: string;
  @Column('text', { name: 'display_name' }) displayName!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('uuid', { name: 'department_id', nullable: true }) departmentId!: string | null;
  /** Argon2id, PHC string. */
  @Column('text', { name: 'password_hash' }) passwordHash!: string;
  @Column('boolean', { name: 'must_change_password', default: true }) mustChangePassword!: boolean;
  /** Made by the demo data; only such users may have the common demo password. */
  @Column('boolean', { name: 'is_demo', default: false }) isDemo!: boolean;
  @Column('text', { default: 'zh-CN' }) locale!: 'zh-CN' | 'en';
  @Column('text', { default: 'active' }) state!: UserState;
  @Column('int', { name: 'failed_attempts', default: 0 }) failedAttempts!: number;
  @Column('timestamptz', { name: 'locked_until', nullable: true }) lockedUntil!: Date | null;
  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true }) lastSignInAt!: Date | null;
  @Column('text', { default: '' }) initials!: string;

  isLocked(now: Date): boolean {
    return this.lockedUntil !== null && this.lockedUntil > now;
  }
}
