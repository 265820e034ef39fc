import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Algorithm, hash, verify } from '@node-rs/argon2';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { COMMON_PASSWORDS } from './common-passwords.js';

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const ARGON2 = {
  algorithm: 2 satisfies Algorithm as Algorithm,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** The password of every demo account; nobody else may have it. */
export const DEMO_PASSWORD = 'Juke-demo-2026';
export const MIN_PASSWORD_LENGTH = 10;
export const MAX_PASSWORD_LENGTH = 128;

/** Without letters and digits that look alike: it is read out over the phone. */
const READABLE = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789';

@Injectable()
export class Passwords {
  /** Compared with when the user does not exist, so that the answer takes as long as for one who does. */
  private readonly decoy = hash(this.generate(), ARGON2);

  hash(password: string): Promise<string> {
    return hash(password, ARGON2);
  }

  async matches(passwordHash: string | undefined, password: string): Promise<boolean> {
    const matched = await verify(passwordHash ?? (await this.decoy), password);
    return matched && passwordHash !== undefined;
  }

  /** A one-time password of 14 readable characters (81 bits). */
  generate(): string {
    return Array.from({ length: 14 }, () => READABLE[randomInt(READABLE.length)]).join('');
  }

  /** @throws InvalidInputError at `pointer` when the password is too short, too common or too close to the person. */
  check(password: string, person: { username: string; displayName: string }, pointer: string): void {
    const refuse = (rule: string, detail: string): never => {
      throw new InvalidInputError([{ pointer, rule, detail, params: { least: MIN_PASSWORD_LENGTH } }]);
    };
    const lower = password.toLowerCase();
    if ([...password].length < MIN_PASSWORD_LENGTH)
      refuse('passwordTooShort', `Use at least ${MIN_PASSWORD_LENGTH} characters.`);
    if (password === DEMO_PASSWORD || COMMON_PASSWORDS.has(lower))
      refuse('passwordCommon', 'This password is known to everyone.');
    if (lower.includes(person.username.toLowerCase()) || password.includes(person.displayName)) {
      refuse('passwordHoldsName', 'Do not use your name in the password.');
    }
    if (new Set(password).size < 5) refuse('passwordMonotonous', 'Use at least five different characters.');
  }
}
