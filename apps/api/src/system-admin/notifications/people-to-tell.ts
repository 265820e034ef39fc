import { Injectable } from '@nestjs/common';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { Addressee } from '../../platform/mail/mails.js';
import { findNotice, type NoticeChannel } from '../../platform/notifications/notice-catalogue.js';
import { NoticePreferences, type Telling } from '../../platform/notifications/notice-preferences.js';

interface Person {
  email: string | null;
  name: string;
  locale: 'zh-CN' | 'en';
  channel: NoticeChannel | null;
  quietFrom: string | null;
  quietTo: string | null;
}

const PERSON = `select u.email, u.display_name as name, u.locale, p.channel,
    to_char(q.quiet_from, 'HH24:MI') as "quietFrom", to_char(q.quiet_to, 'HH24:MI') as "quietTo"
  from users u left join notification_preferences p on p.user_id = u.id and p.kind = $2
  left join notification_quiet_hours q on q.id = u.id where u.id = $1 and u.state in ('active', 'invited')`;

/** How people are reached, and how they want to be. */
@Injectable()
export class PeopleToTell extends NoticePreferences {
  async of(unit: Unit, userId: string, kind: string): Promise<Telling | undefined> {
    const [person] = await unit.query<Person>(PERSON, [userId, kind]);
    if (!person) return undefined;
    const { quietFrom, quietTo } = person;
    return {
      channel: person.channel ?? findNotice(kind).channel,
      addressee: asAddressee(person),
      quietFrom,
      quietTo,
    };
  }

  async addressee(unit: Unit, userId: string): Promise<Addressee | undefined> {
    const [person] = await unit.query<Person>(PERSON, [userId, '']);
    return person && asAddressee(person);
  }
}

const asAddressee = ({ email, name, locale }: Person): Addressee | undefined =>
  email ? { email, name, locale } : undefined;
