import { Injectable } from '@nestjs/common';
import { DATA_SCOPES, SYSTEM_ACTOR, type Actor, type DataScope } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Grant } from '../roles/grants.js';
import { isAllowedFrom } from '../../platform/outgoing/networks.js';
import {
  ApiKeyAddressError,
  ApiKeyExpiredError,
  ApiKeyRevokedError,
  ApiKeyUnknownError,
} from './api-key.errors.js';
import { hashOf } from './api-key-secret.js';

export interface KeyInUse {
  readonly id: string;
  readonly name: string;
  readonly userId: string;
  readonly permissions: readonly Grant[];
  readonly allowedAddresses: readonly string[];
  readonly expiresAt: Date | string | null;
  readonly revokedAt: Date | string | null;
}

const KEY = `select id, name, user_id as "userId", permissions, allowed_addresses::text[] as "allowedAddresses",
    expires_at as "expiresAt", revoked_at as "revokedAt" from api_keys`;
/** Once a minute is enough to see whether a key is still in use, and costs a busy caller nothing. */
const USED = `update api_keys set last_used_at = now(), last_used_ip = $2
  where id = $1 and (last_used_at is null or last_used_at < now() - interval '1 minute') returning id`;
const MINUTE_MS = 60_000;

/** A key as it is presented: found, checked, and its use noted. */
@Injectable()
export class ApiKeyUses {
  private readonly noted = new Map<string, number>();

  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
  ) {}

  /** @throws ApiKeyUnknownError */
  async bySecret(secret: string): Promise<KeyInUse> {
    const key = await this.rows.one<KeyInUse>(`${KEY} where secret_hash = $1`, [hashOf(secret)]);
    if (!key) throw new ApiKeyUnknownError();
    return key;
  }

  byId(id: string): Promise<KeyInUse | undefined> {
    return this.rows.one<KeyInUse>(`${KEY} where id = $1`, [id]);
  }

  async note({ id }: KeyInUse, ip: string): Promise<void> {
    const now = Date.now();
    if ((this.noted.get(id) ?? 0) > now - MINUTE_MS) return;
    this.noted.set(id, now);
    await this.work.run(SYSTEM_ACTOR, 'api-key.use', (unit) => unit.query(USED, [id, ip]));
  }
}

/** @throws ApiKeyRevokedError, ApiKeyExpiredError */
export function refuseEnded({ revokedAt, expiresAt }: KeyInUse): void {
  if (revokedAt) throw new ApiKeyRevokedError();
  if (expiresAt && new Date(expiresAt).getTime() <= Date.now()) throw new ApiKeyExpiredError();
}

/** @throws ApiKeyAddressError */
export function refuseAddress({ allowedAddresses }: KeyInUse, ip: string): void {
  if (!isAllowedFrom(allowedAddresses, ip)) throw new ApiKeyAddressError(ip);
}

const narrower = (a: DataScope, b: DataScope): DataScope =>
  DATA_SCOPES.indexOf(a) <= DATA_SCOPES.indexOf(b) ? a : b;

/**
 * The owner as far as the key reaches: what both may, as far as the narrower of the two. A password that is due or a second
 * factor that is missing concerns people at sign-in; a key is one of its own.
 */
export function actorOf(owner: Actor, { id, name, permissions }: KeyInUse): Actor {
  const both = permissions.flatMap(({ code, scope }): [string, DataScope][] => {
    const own = owner.permissions.get(code);
    return own ? [[code, narrower(own, scope)]] : [];
  });
  return {
    ...owner,
    name: `${owner.name} (${name})`,
    permissions: new Map(both),
    mustChangePassword: false,
    mustEnrolSecondFactor: false,
    origin: { requestId: '', ip: '', apiKeyId: id },
  };
}
