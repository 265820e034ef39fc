import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR, type Actor } from '../../platform/auth/actor.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import type { MailLocale } from '../../platform/mail/mail-template.js';
import { Mails } from '../../platform/mail/mails.js';
import { Actors } from '../auth/actors.js';
import { Passwords } from '../auth/passwords.js';
import { Sessions } from '../auth/sessions.js';
import { SignInHistory, type Origin } from '../auth/sign-in-history.js';
import { SecurityPolicies } from '../security/security-policies.js';
import { User } from '../users/user.entity.js';
import { untilText } from './invitations.service.js';
import type { ForgottenPasswordDto, LinkDto, SetPasswordDto } from './one-time-link.dto.js';
import { TooManyAttemptsError } from './one-time-link.errors.js';
import { PASSWORD_RESET } from './one-time-link.mails.js';
import { OneTimeLinks } from './one-time-links.js';

interface Forgetful {
  id: string;
  username: string;
  displayName: string;
  email: string;
  locale: MailLocale;
}

/** A shared mailbox may belong to several accounts; each gets its own mail. */
const WHO = `select u.id, u.username, u.display_name as "displayName", u.email, u.locale from users u
  where (u.username = lower($1) or lower(u.email) = lower($1)) and u.email is not null and u.state = 'active' and not u.is_demo
  order by u.username limit 5 for update of u`;
/** Three links an hour are enough for anybody. Counted once the row is locked: those asked for at once wait and count. */
const HAD_ENOUGH = `select user_id as id from one_time_links where user_id = any($1::uuid[]) and purpose = 'password-reset'
  and created_at > now() - interval '1 hour' group by 1 having count(*) >= 3`;
/** The answer takes this long whether or not there is such an account. */
const ANSWER_AFTER_MS = 400;

/** What somebody may do who cannot sign in: ask for a link, look at it, choose a password with it. */
@Injectable()
export class PasswordLinksService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly links: OneTimeLinks,
    private readonly mails: Mails,
    private readonly passwords: Passwords,
    private readonly policies: SecurityPolicies,
    private readonly sessions: Sessions,
    private readonly history: SignInHistory,
    private readonly actors: Actors,
  ) {}

  /** Says nothing about whether the account exists, in words or in time. */
  async forgotten({ account }: ForgottenPasswordDto, origin: Origin): Promise<void> {
    if (await this.history.isTooMany(origin, 'reset-request')) throw new TooManyAttemptsError();
    const enoughTime = new Promise((resolve) => setTimeout(resolve, ANSWER_AFTER_MS));
    await this.work.run(SYSTEM_ACTOR, 'auth.forgotten-password', async (unit) => {
      const people = this.mails.isConfigured ? await this.whoForgot(unit, account) : [];
      const links = await this.links.issue(
        unit,
        people.map(({ id }) => id),
        'password-reset',
      );
      for (const person of people) await this.mailTo(unit, person, links.get(person.id)!);
      await this.history.note(unit, origin, {
        userId: people[0]?.id ?? null,
        method: 'reset-request',
        succeeded: people.length > 0,
      });
    });
    await enoughTime;
  }

  private async whoForgot(unit: Unit, account: string): Promise<Forgetful[]> {
    const people = await unit.query<Forgetful>(WHO, [account]);
    const enough = await unit.query<{ id: string }>(HAD_ENOUGH, [people.map(({ id }) => id)]);
    return people.filter((person) => !enough.some(({ id }) => id === person.id));
  }

  private async mailTo(unit: Unit, person: Forgetful, { url, expiresAt }: { url: string; expiresAt: Date }) {
    const { email, displayName: name, locale, username } = person;
    const values = { name, username, link: url, until: untilText(expiresAt) };
    await this.mails.send(unit, { email, name, locale }, PASSWORD_RESET, values);
  }

  /** @throws LinkOverError */
  async read(token: string): Promise<LinkDto> {
    const { username, displayName, purpose, expiresAt } = await this.links.read(token);
    const { minPasswordLength } = await this.policies.read();
    return { username, displayName, purpose, expiresAt, minPasswordLength };
  }

  /**
   * Uses the link up, ends every session, and lets an invited person in. She still signs in afterwards: a link proves the
   * mailbox, not the second factor. @throws LinkOverError, InvalidInputError (the link stays good)
   */
  async setPassword({ token, newPassword }: SetPasswordDto): Promise<void> {
    const owner = await this.links.read(token);
    const herself = { ...SYSTEM_ACTOR, id: owner.userId, name: owner.displayName } satisfies Actor;
    await this.work.run(herself, `user.${owner.purpose}-used`, async (unit) => {
      const { userId } = await this.links.use(unit, token);
      const user = await unit.manager.findOneOrFail(User, {
        where: { id: userId },
        lock: { mode: 'pessimistic_write' },
      });
      await this.passwords.choose(unit, user, newPassword, '/newPassword');
      await unit.query(
        `update users set state = 'active', version = version + 1 where id = $1 and state = 'invited'`,
        [userId],
      );
      await this.links.endAll(unit, userId);
      await this.sessions.endAll(unit, userId, 'password reset');
      unit.emit({
        name: 'user.changed',
        resource: 'user',
        recordId: userId,
        audience: { permission: 'user:read' },
      });
    });
    this.actors.forget();
  }
}
