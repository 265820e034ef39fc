import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../../platform/config/app-config.js';
import { APP_CONFIG } from '../../platform/config/config.module.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { SYSTEM_ACTOR } from '../../platform/auth/actor.js';
import { SessionOverError } from './auth.errors.js';
import { Actors } from './actors.js';
import type { Origin } from './sign-in-history.js';

export interface OpenSession {
  readonly userId: string;
  readonly sessionId: string;
  /** Goes into the cookie; only its hash is kept. */
  readonly refreshToken: string;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Once, but for the same question asked again: a page that is left while the answer is on its way never gets it. */
const USE = `update refresh_tokens set used_at = coalesce(used_at, now()), used_with = $2 where token_hash = $1
  and (used_at is null or (used_with = $2 and used_at > now() - interval '1 minute')) returning session_id`;
const OWNER = `update sessions s set last_seen_at = now() from users u where u.id = s.user_id
  and s.id = $1 and s.ended_at is null and s.expires_at > now()
  and s.last_seen_at > now() - make_interval(hours => $2) and u.state = 'active'
  returning s.id as "sessionId", s.user_id as "userId"`;
const KNOWN = `select r.session_id, s.method from refresh_tokens r join sessions s on s.id = r.session_id where r.token_hash = $1`;

/** Sessions and their chain of refresh tokens. */
@Injectable()
export class Sessions {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly actors: Actors,
  ) {}

  async open(
    unit: Unit,
    userId: string,
    { ip, userAgent }: Origin,
    method: 'password' | 'sso',
  ): Promise<OpenSession> {
    const [session] = await unit.query<{ id: string }>(
      `insert into sessions (user_id, ip, user_agent, expires_at, method)
       values ($1, $2, $3, now() + make_interval(days => $4), $5) returning id`,
      [userId, ip, userAgent?.slice(0, 300) ?? null, this.config.refreshTokenDays, method],
    );
    await unit.query(`update users set last_sign_in_at = now() where id = $1`, [userId]);
    return { userId, sessionId: session!.id, refreshToken: await this.issue(unit, session!.id) };
  }

  /**
   * Exchanges a refresh token for its successor. One that was used before ends the whole session: either it was stolen or
   * its successor was.
   * @param key names the question, so that it may be asked again until a minute later; null: only once
   * @throws SessionOverError
   */
  async rotate(refreshToken: string, key: string | null): Promise<OpenSession> {
    const opened = await this.work.run(SYSTEM_ACTOR, 'session.refresh', async (unit) => {
      const [used] = await unit.query<{ session_id: string }>(USE, [
        hashOf(refreshToken),
        key && hashOf(key),
      ]);
      if (!used) return undefined;
      const [owner] = await unit.query<Omit<OpenSession, 'refreshToken'>>(OWNER, [
        used.session_id,
        this.config.sessionIdleHours,
      ]);
      return owner && { ...owner, refreshToken: await this.issue(unit, owner.sessionId) };
    });
    if (opened) return opened;
    const known = await this.rows.one<{ session_id: string }>(KNOWN, [hashOf(refreshToken)]);
    if (known) await this.end(known.session_id, 'refresh token used twice, or too late');
    throw new SessionOverError();
  }

  /** Signs out; tells how this session had begun. */
  async endByToken(refreshToken: string): Promise<'password' | 'sso' | undefined> {
    const known = await this.rows.one<{ session_id: string; method: 'password' | 'sso' }>(KNOWN, [
      hashOf(refreshToken),
    ]);
    if (known) await this.end(known.session_id, 'signed out');
    return known?.method;
  }

  async end(sessionId: string, reason: string): Promise<void> {
    await this.work.run(SYSTEM_ACTOR, 'session.end', async (unit) => {
      await unit.query(
        `update sessions set ended_at = now(), end_reason = $2 where id = $1 and ended_at is null`,
        [sessionId, reason],
      );
      unit.emit({ name: 'session.ended', resource: 'session', recordId: sessionId });
    });
    this.actors.forget();
  }

  /** Ends all of a user's sessions but one: after a new password, a reset, a disabling. */
  async endAll(unit: Unit, userId: string, reason: string, except?: string): Promise<void> {
    await unit.query(
      `update sessions set ended_at = now(), end_reason = $2 where user_id = $1 and ended_at is null and id is distinct from $3`,
      [userId, reason, except ?? null],
    );
    unit.emit({ name: 'session.ended', resource: 'user', recordId: userId });
  }

  private async issue(unit: Unit, sessionId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await unit.query(`insert into refresh_tokens (token_hash, session_id) values ($1, $2)`, [
      hashOf(token),
      sessionId,
    ]);
    return token;
  }
}
