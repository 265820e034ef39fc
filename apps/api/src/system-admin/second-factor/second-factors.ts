import { createHash, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { Sealing } from '../../platform/auth/sealing.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Unit } from '../../platform/database/unit-of-work.js';

const ISSUER = '聚客 CRM';
/** What every authenticator app understands (RFC 6238): six digits, SHA-1, thirty seconds. */
const PERIOD_SECONDS = 30;
const KIND = { algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS } as const;
/** A clock may be off by one step either way. */
const WINDOW = 1;
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;

interface StoredFactor {
  readonly sealed_secret: string;
  readonly last_step: string;
  readonly confirmed_at: Date | null;
}

const FACTOR = `select sealed_secret, last_step, confirmed_at from second_factors where user_id = $1 for update`;
const BEGIN = `insert into second_factors (user_id, sealed_secret) values ($1, $2)
  on conflict (user_id) do update set sealed_secret = excluded.sealed_secret, last_step = 0, created_at = now()
   where second_factors.confirmed_at is null returning id`;
const TAKE_STEP = `update second_factors set last_step = $2, confirmed_at = coalesce(confirmed_at, now()) where user_id = $1`;
const ADD_CODES = `insert into recovery_codes (user_id, code_hash) select $1, unnest($2::text[])`;
const TAKE_CODE = `update recovery_codes set used_at = now() where user_id = $1 and code_hash = $2 and used_at is null returning id`;

/** Without letters that look alike; `k7mq-w2xp-9dfh-3cvt-m4ek-x8rp` has 118 bits, so a plain hash keeps it. */
const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';
const recoveryCode = (): string =>
  Array.from({ length: 6 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
  ).join('-');
const hashOf = (code: string): string =>
  createHash('sha256').update(code.toLowerCase().replace(/[\s-]/g, '')).digest('hex');

/** One-time codes of an authenticator app (TOTP), and the recovery codes for the day the phone is lost. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly sealing: Sealing,
    private readonly clock: Clock,
  ) {}

  /** Whether a code is asked for at sign-in. */
  async isOn(unit: Unit, userId: string): Promise<boolean> {
    const [factor] = await unit.query<StoredFactor>(FACTOR, [userId]);
    return Boolean(factor?.confirmed_at);
  }

  /** A new seed for the app; nothing is asked for until a first code proves that the app has it. Undefined when one is on. */
  async begin(
    unit: Unit,
    userId: string,
    username: string,
  ): Promise<{ secret: string; uri: string } | undefined> {
    const secret = new Secret({ size: SECRET_BYTES });
    const begun = await unit.query(BEGIN, [userId, this.sealing.seal(secret.base32)]);
    if (begun.length === 0) return undefined;
    const uri = new TOTP({ ...KIND, issuer: ISSUER, label: username, secret }).toString();
    return { secret: secret.base32, uri };
  }

  /** Takes a code of the app or, once it is on, a recovery code. Each works once, also when it comes twice at the same moment. */
  async accepts(unit: Unit, userId: string, code: string): Promise<boolean> {
    const [factor] = await unit.query<StoredFactor>(FACTOR, [userId]);
    if (!factor) return false;
    const digits = code.replace(/\s/g, '');
    if (!/^\d{6}$/.test(digits)) {
      if (!factor.confirmed_at) return false;
      return (await unit.query(TAKE_CODE, [userId, hashOf(code)])).length > 0;
    }
    const timestamp = this.clock.now().getTime();
    const secret = Secret.fromBase32(this.sealing.open(factor.sealed_secret));
    const delta = TOTP.validate({ ...KIND, token: digits, secret, timestamp, window: WINDOW });
    if (delta === null) return false;
    const step = Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
    if (step <= Number(factor.last_step)) return false;
    await unit.query(TAKE_STEP, [userId, step]);
    return true;
  }

  /** New recovery codes, told once; earlier ones end. */
  async renewRecoveryCodes(unit: Unit, userId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
    await unit.query('delete from recovery_codes where user_id = $1', [userId]);
    await unit.query(ADD_CODES, [userId, codes.map(hashOf)]);
    return codes;
  }

  async remove(unit: Unit, userId: string): Promise<void> {
    await unit.query('delete from recovery_codes where user_id = $1', [userId]);
    await unit.query('delete from second_factors where user_id = $1', [userId]);
  }
}
