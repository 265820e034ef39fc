import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../../platform/config/app-config.js';
import { APP_CONFIG } from '../../platform/config/config.module.js';
import { Rows } from '../../platform/database/rows.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { SecurityPolicies } from '../security/security-policies.js';
import { LinkOverError } from './one-time-link.errors.js';

export type LinkPurpose = 'invitation' | 'password-reset';

export interface IssuedLink {
  /** Told once: only its hash is kept. */
  readonly url: string;
  readonly expiresAt: Date;
}

export interface LinkOwner {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly purpose: LinkPurpose;
  readonly expiresAt: Date;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const END_EARLIER = `update one_time_links set ended_at = now() where user_id = any($1::uuid[]) and used_at is null and ended_at is null`;
const ISSUE = `insert into one_time_links (user_id, purpose, token_hash, expires_at)
  select user_id, $2, token_hash, now() + make_interval(mins => $4) from unnest($1::uuid[], $3::text[]) as t(user_id, token_hash)
  returning user_id as "userId", expires_at as "expiresAt"`;
const ALIVE = `l.token_hash = $1 and l.used_at is null and l.ended_at is null and l.expires_at > now()
  and u.state = case l.purpose when 'invitation' then 'invited' else 'active' end`;
const OWNER = `select u.id as "userId", u.username, u.display_name as "displayName", l.purpose, l.expires_at as "expiresAt"
  from one_time_links l join users u on u.id = l.user_id where ${ALIVE}`;
const USE = `update one_time_links l set used_at = now() from users u where u.id = l.user_id and ${ALIVE}
  returning u.id as "userId", u.username, u.display_name as "displayName", l.purpose, l.expires_at as "expiresAt"`;

/** Links that let a person choose a password without having one: for an invitation, or instead of a forgotten one. */
@Injectable()
export class OneTimeLinks {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly rows: Rows,
    private readonly policies: SecurityPolicies,
  ) {}

  /** New links for these users; earlier ones that nobody used end. */
  async issue(
    unit: Unit,
    userIds: readonly string[],
    purpose: LinkPurpose,
  ): Promise<ReadonlyMap<string, IssuedLink>> {
    const { invitationHours, resetMinutes } = await this.policies.of(unit);
    const tokens = new Map(userIds.map((id) => [id, randomBytes(32).toString('base64url')]));
    await unit.query(END_EARLIER, [userIds]);
    const issued = await unit.query<{ userId: string; expiresAt: Date }>(ISSUE, [
      userIds,
      purpose,
      [...tokens.values()].map(hashOf),
      purpose === 'invitation' ? invitationHours * 60 : resetMinutes,
    ]);
    // After the #: browsers send that part to no server, so it is in no log and no Referer.
    const url = (id: string) => `${this.config.publicUrl}/set-password#${tokens.get(id)!}`;
    return new Map(issued.map(({ userId, expiresAt }) => [userId, { url: url(userId), expiresAt }]));
  }

  /** Whose link it is, without using it. @throws LinkOverError */
  async read(token: string): Promise<LinkOwner> {
    const owner = await this.rows.one<LinkOwner>(OWNER, [hashOf(token)]);
    if (!owner) throw new LinkOverError();
    return owner;
  }

  /** Uses it up; of two at once one is late. @throws LinkOverError */
  async use(unit: Unit, token: string): Promise<LinkOwner> {
    const [owner] = await unit.query<LinkOwner>(USE, [hashOf(token)]);
    if (!owner) throw new LinkOverError();
    return owner;
  }

  /** None of a user's links works any more: after a new password, a disabling. */
  async endAll(unit: Unit, userId: string): Promise<void> {
    await unit.query(END_EARLIER, [[userId]]);
  }
}
