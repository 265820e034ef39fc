import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { SecurityPolicies } from '../security/security-policies.js';
import type { User } from '../users/user.entity.js';
import { isCommonPassword } from './common-passwords.js';

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const ARGON2 = {
  algorithm: 2 satisfies Algorithm as Algorithm,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** The password of every demo account; nobody else may have it. */
export const DEMO_PASSWORD = 'Juke-demo-2026';
export const MAX_PASSWORD_LENGTH = 128;

/** Without letters and digits that look alike: it is read out over the phone. */
const READABLE = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789';

const KEEP = `insert into password_history (user_id, password_hash) values ($1, $2)`;
/** More than the longest history the policy can ask for, so that asking for more works backwards too. */
const FORGET = `delete from password_history where user_id = $1 and id not in
  (select id from password_history where user_id = $1 order by id desc limit 12)`;
const EARLIER = `select password_hash as hash from password_history where user_id = $1 order by id desc limit $2`;

type Person = Pick<User, 'id' | 'username' | 'displayName' | 'passwordHash'>;

@Injectable()
export class Passwords {
  /** Compared with when the user does not exist, so that the answer takes as long as for one who does. */
  private readonly decoy = hash(this.generate(), ARGON2);

  constructor(private readonly policies: SecurityPolicies) {}

  hash(password: string): Promise<string> {
    return hash(password, ARGON2);
  }

  async matches(passwordHash: string | null | undefined, password: string): Promise<boolean> {
    const matched = await verify(passwordHash ?? (await this.decoy), password);
    return matched && Boolean(passwordHash);
  }

  /** A one-time password of 14 readable characters (81 bits). */
  generate(): string {
    return Array.from({ length: 14 }, () => READABLE[randomInt(READABLE.length)]).join('');
  }

  /**
   * Checks a password that a person chose herself against the policy and stores it. The user's version stays: an
   * administrator who has her form open did not see, and does not change, the password.
   * @throws InvalidInputError at `pointer`
   */
  async choose(unit: Unit, person: Person, password: string, pointer: string): Promise<void> {
    await this.check(unit, person, password, pointer);
    await this.store(unit, person, await this.hash(password), false);
  }

  /** Stores a one-time password that somebody else hands over; it must be changed at the next sign-in. */
  async setOneTime(unit: Unit, person: Person, passwordHash: string): Promise<void> {
    await this.store(unit, person, passwordHash, true);
  }

  private async store(unit: Unit, { id, passwordHash: last }: Person, next: string, mustChange: boolean) {
    if (last) {
      await unit.query(KEEP, [id, last]);
      await unit.query(FORGET, [id]);
    }
    await unit.query(
      `update users set password_hash = $2, must_change_password = $3, password_changed_at = now(), failed_attempts = 0,
              locked_until = null, updated_at = now() where id = $1`,
      [id, next, mustChange],
    );
  }

  private async check(unit: Unit, person: Person, password: string, pointer: string): Promise<void> {
    const { minPasswordLength: least, passwordHistory } = await this.policies.of(unit);
    const refuse = (rule: string, detail: string): never => {
      throw new InvalidInputError([{ pointer, rule, detail, params: { least, count: passwordHistory } }]);
    };
    const lower = password.toLowerCase();
    if ([...password].length < least) refuse('passwordTooShort', `Use at least ${least} characters.`);
    if (isCommonPassword(password)) refuse('passwordCommon', 'This password is known to everyone.');
    if (lower.includes(person.username.toLowerCase()) || password.includes(person.displayName)) {
      refuse('passwordHoldsName', 'Do not use your name in the password.');
    }
    if (new Set(password).size < 5) refuse('passwordMonotonous', 'Use at least five different characters.');
    if (person.passwordHash && (await verify(person.passwordHash, password)))
      refuse('passwordUsed', 'Choose a password you have not used before.');
    for (const { hash: earlier } of await unit.query<{ hash: string }>(EARLIER, [person.id, passwordHistory]))
      if (await verify(earlier, password))
        refuse('passwordUsed', 'Choose a password you have not used before.');
  }
}
