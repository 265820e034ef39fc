import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { AccessTokens } from '../../platform/auth/access-token.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import {
  IllegalActionError,
  NotSignedInError,
  RecordNotFoundError,
} from '../../platform/errors/common.errors.js';
import { Actors } from '../auth/actors.js';
import { MeService } from '../auth/me.service.js';
import { UserRoles } from '../users/user-roles.js';
import type { SeeAsDto, SeeingAsDto } from './see-as.dto.js';
import { SeeAsSelfError } from './see-as.errors.js';

/** A look is short: whoever needs longer begins another, and the log has both. */
export const LONGEST_SECONDS = 30 * 60;

const END = `update user_views set ended_at = now() where session_id = $1 and ended_at is null returning id`;
const BEGIN = `insert into user_views (session_id, viewer_id, user_id, reason, expires_at)
  values ($1, $2, $3, $4, now() + make_interval(secs => $5)) returning id, expires_at as "expiresAt"`;

/** Seeing the product as another user does: begun, ended, and in the audit log with its reason. */
@Injectable()
export class SeeAsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly userRoles: UserRoles,
    private readonly tokens: AccessTokens,
    private readonly actors: Actors,
    private readonly me: MeService,
  ) {}

  /** @throws SeeAsSelfError, RecordNotFoundError, IllegalActionError, RoleBeyondOwnError */
  async begin(userId: string, { reason }: SeeAsDto, actor: Actor): Promise<SeeingAsDto> {
    if (userId === actor.id) throw new SeeAsSelfError();
    const sessionId = actor.origin?.sessionId;
    if (!sessionId) throw new NotSignedInError();
    const view = await this.work.run(actor, 'user.see-as', async (unit) => {
      const [user] = await unit.query<{ state: string }>(
        `select state from users where id = $1 and state <> 'anonymised' for share`,
        [userId],
      );
      if (!user) throw new RecordNotFoundError('user', userId);
      if (user.state !== 'active') throw new IllegalActionError('user', 'see-as', user.state);
      await this.userRoles.refuseBeyond(unit, [userId], actor);
      await unit.query(END, [sessionId]);
      const values = [sessionId, actor.id, userId, reason, LONGEST_SECONDS];
      const [begun] = await unit.query<{ id: string; expiresAt: Date }>(BEGIN, values);
      unit.emit({ name: 'session.viewed', resource: 'session', recordId: sessionId });
      return begun!;
    });
    const accessToken = this.tokens.sign({ sub: userId, sid: sessionId, view: view.id }, LONGEST_SECONDS);
    const user = await this.me.readSeen(userId, {
      name: actor.name,
      until: view.expiresAt.toISOString(),
    });
    return { accessToken, expiresAt: view.expiresAt.toISOString(), user };
  }

  /** Ends what this session looks at; nothing to end is no mistake. */
  async end(actor: Actor): Promise<void> {
    await this.work.run(actor, 'user.see-as-end', async (unit) => {
      const ended = await unit.query(END, [actor.origin?.sessionId ?? null]);
      if (ended.length > 0)
        unit.emit({ name: 'session.viewed', resource: 'session', recordId: actor.origin?.sessionId });
    });
    this.actors.forget();
  }
}
