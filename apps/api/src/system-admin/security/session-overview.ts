import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Actors } from '../auth/actors.js';
import { Sessions } from '../auth/sessions.js';
import { UserRoles } from '../users/user-roles.js';
import { User } from '../users/user.entity.js';
import type { SessionDto, SignInAttemptDto } from './session.dto.js';

const SESSIONS = `select id, id is not distinct from $2::uuid as "isCurrent", method, ip, user_agent as "userAgent", created_at as "createdAt",
    last_seen_at as "lastSeenAt", expires_at as "expiresAt"
  from sessions where user_id = $1 and ended_at is null and expires_at > now() order by last_seen_at desc limit 200`;
const ATTEMPTS = `select id, method, succeeded, reason, ip, user_agent as "userAgent", occurred_at as "occurredAt"
  from sign_in_attempts where user_id = $1 order by occurred_at desc, id desc limit 100`;
const END = `update sessions set ended_at = now(), end_reason = $3 where id = $1 and user_id = $2 and ended_at is null returning id`;

/** Where a person is signed in, and how she (or somebody else) tried to be: for herself, and for who keeps the accounts. */
@Injectable()
export class SessionOverview {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly roles: UserRoles,
    private readonly actors: Actors,
  ) {}

  sessionsOf(userId: string, actor: Actor): Promise<SessionDto[]> {
    return this.rows.all<SessionDto>(SESSIONS, [userId, actor.origin?.sessionId ?? null]);
  }

  attemptsOf(userId: string): Promise<SignInAttemptDto[]> {
    return this.rows.all<SignInAttemptDto>(ATTEMPTS, [userId]);
  }

  /** One session of this user; somebody else's answers 404 like none. @throws RecordNotFoundError */
  async end(userId: string, sessionId: string, actor: Actor): Promise<void> {
    await this.work.run(actor, 'session.end', async (unit) => {
      if (userId !== actor.id) await this.roles.refuseBeyond(unit, [userId], actor);
      const reason = userId === actor.id ? 'ended by its owner' : 'ended by an administrator';
      const ended = await unit.query(END, [sessionId, userId, reason]);
      if (ended.length === 0) throw new RecordNotFoundError('session', sessionId);
      unit.emit({ name: 'session.ended', resource: 'session', recordId: sessionId });
    });
    this.actors.forget();
  }

  /** Of oneself all but the one in use, of somebody else all. */
  async endAll(userId: string, actor: Actor): Promise<void> {
    await this.work.run(actor, 'session.end-all', async (unit) => {
      await lockRecord(unit, User, 'user', userId);
      const isOwn = userId === actor.id;
      if (!isOwn) await this.roles.refuseBeyond(unit, [userId], actor);
      const reason = isOwn ? 'ended by its owner' : 'ended by an administrator';
      await this.sessions.endAll(unit, userId, reason, isOwn ? actor.origin?.sessionId : undefined);
    });
    this.actors.forget();
  }
}
