import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvalidInputError, RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { User } from '../users/user.entity.js';
import { Actors, MUST_CHANGE_PASSWORD, MUST_ENROL } from './actors.js';
import type { ChangeMeDto, ChangePasswordDto, MeDto } from './auth.dto.js';
import { OneTimeLinks } from '../one-time-links/one-time-links.js';
import { WrongCredentialsError } from './auth.errors.js';
import { Credentials } from './credentials.js';
import { Passwords } from './passwords.js';
import { Sessions } from './sessions.js';

const ME = `
  select u.id, u.username, u.display_name as "displayName", u.locale, ${MUST_CHANGE_PASSWORD} as "mustChangePassword",
         ${MUST_ENROL} as "mustEnrolSecondFactor",
         exists (select 1 from second_factors f where f.user_id = u.id and f.confirmed_at is not null) as "hasSecondFactor",
         case when d.id is not null then json_build_object('id', d.id, 'name', d.name) end as department,
         coalesce((select json_agg(json_build_object('id', r.id, 'code', r.code, 'name', r.name) order by r.name)
                     from user_roles ur join roles r on r.id = ur.role_id where ur.user_id = u.id), '[]') as roles
    from users u left join departments d on d.id = u.department_id left join sessions s on s.id = $2 where u.id = $1`;

/** Told to whoever is signed in, not to whoever looks for a version with a known hole. */
const PRODUCT_VERSION = '0.1.0';

/** What every user may do about herself. */
@Injectable()
export class MeService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly credentials: Credentials,
    private readonly links: OneTimeLinks,
    private readonly actors: Actors,
  ) {}

  async read(userId: string, sessionId?: string): Promise<MeDto> {
    const [me, actor] = await Promise.all([
      this.rows.one<Omit<MeDto, 'permissions' | 'seenBy' | 'productVersion'>>(ME, [
        userId,
        sessionId ?? null,
      ]),
      this.actors.byUser(userId),
    ]);
    if (!me) throw new RecordNotFoundError('user', userId);
    const permissions = [...(actor?.permissions ?? [])].map(([code, scope]) => ({ code, scope }));
    return {
      ...me,
      seenBy: null,
      productVersion: PRODUCT_VERSION,
      permissions: permissions.sort((a, b) => a.code.localeCompare(b.code)),
    };
  }

  /** Herself, as her colleague's screen shows her. */
  async readSeen(userId: string, seenBy: NonNullable<MeDto['seenBy']>): Promise<MeDto> {
    const me = await this.read(userId);
    return { ...me, mustChangePassword: false, mustEnrolSecondFactor: false, seenBy };
  }

  readFor({ id, origin }: Actor): Promise<MeDto> {
    if (!origin?.seenBy) return this.read(id, origin?.sessionId);
    const { name, until } = origin.seenBy;
    return this.readSeen(id, { name, until });
  }

  async change(dto: ChangeMeDto, actor: Actor): Promise<MeDto> {
    await this.work.run(actor, 'user.change-own-settings', async (unit) => {
      await unit.query(
        `update users set locale = coalesce($2, locale), version = version + 1, updated_at = now() where id = $1`,
        [actor.id, dto.locale ?? null],
      );
      unit.emit({ name: 'user.changed', resource: 'user', recordId: actor.id });
    });
    this.actors.forget();
    return this.read(actor.id, actor.origin?.sessionId);
  }

  /** Ends every other session and every link: whoever knew the old password is out. Wrong guesses count like at sign-in. */
  async changePassword(dto: ChangePasswordDto, actor: Actor): Promise<void> {
    const problem = await this.work.run(actor, 'user.change-own-password', async (unit) => {
      const user = await unit.manager.findOneOrFail(User, {
        where: { id: actor.id },
        lock: { mode: 'pessimistic_write' },
      });
      const wrong = await this.credentials.wrongPassword(unit, user, dto.currentPassword);
      if (wrong) return wrong instanceof WrongCredentialsError ? WRONG_CURRENT() : wrong;
      await this.passwords.choose(unit, user, dto.newPassword, '/newPassword');
      await this.sessions.endAll(unit, actor.id, 'password changed', actor.origin?.sessionId);
      await this.links.endAll(unit, actor.id);
      unit.emit({ name: 'user.changed', resource: 'user', recordId: actor.id });
      return undefined;
    });
    if (problem) throw problem;
    this.actors.forget();
  }
}

const WRONG_CURRENT = () =>
  new InvalidInputError([
    { pointer: '/currentPassword', rule: 'passwordWrong', detail: 'This is not your current password.' },
  ]);
