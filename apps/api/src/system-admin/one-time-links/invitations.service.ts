import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { onCompanyClock } from '../../platform/clock/company-time.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { IllegalActionError, RecordNotFoundError } from '../../platform/errors/common.errors.js';
import type { MailLocale } from '../../platform/mail/mail-template.js';
import { Mails } from '../../platform/mail/mails.js';
import { UserRoles } from '../users/user-roles.js';
import type { InvitationDto } from './one-time-link.dto.js';
import { INVITATION } from './one-time-link.mails.js';
import { OneTimeLinks, type IssuedLink } from './one-time-links.js';

interface Invited {
  id: string;
  username: string;
  displayName: string;
  email: string | null;
  locale: MailLocale;
  state: string;
}

const INVITED = `select id, username, display_name as "displayName", email, locale, state from users
  where id = any($1::uuid[]) order by username for update`;

export const untilText = (instant: Date): string => onCompanyClock(instant).replace('T', ' ').slice(0, 16);

/** Lets people in for the first time: by mail where there is an address and a server, else by a link to hand over. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly links: OneTimeLinks,
    private readonly mails: Mails,
    private readonly roles: UserRoles,
  ) {}

  /** @throws RecordNotFoundError, IllegalActionError (somebody is in already), RoleBeyondOwnError; then nobody is invited. */
  async invite(userIds: readonly string[], actor: Actor): Promise<InvitationDto[]> {
    return this.work.run(actor, 'user.invite', async (unit) => {
      const wanted = [...new Set(userIds)];
      const people = await unit.query<Invited>(INVITED, [wanted]);
      const missing = wanted.find((id) => !people.some((person) => person.id === id));
      if (missing) throw new RecordNotFoundError('user', missing);
      const inAlready = people.find(({ state }) => state !== 'invited');
      if (inAlready) throw new IllegalActionError('user', 'invite', inAlready.state);
      await this.roles.refuseBeyond(unit, wanted, actor);
      const links = await this.links.issue(unit, wanted, 'invitation');
      const told: InvitationDto[] = [];
      for (const person of people) told.push(await this.tell(unit, person, links.get(person.id)!));
      return told;
    });
  }

  private async tell(unit: Unit, person: Invited, { url, expiresAt }: IssuedLink): Promise<InvitationDto> {
    const { id: userId, username, displayName, email, locale } = person;
    const values = { name: displayName, username, link: url, until: untilText(expiresAt) };
    const isMailed =
      email !== null &&
      (await this.mails.send(unit, { email, name: displayName, locale }, INVITATION, values));
    return { userId, username, displayName, isMailed, link: isMailed ? null : url, expiresAt };
  }
}
