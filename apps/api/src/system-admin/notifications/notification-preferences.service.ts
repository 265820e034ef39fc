import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { Mails } from '../../platform/mail/mails.js';
import {
  allNotices,
  type NoticeChannel,
  type NoticeDeclaration,
} from '../../platform/notifications/notice-catalogue.js';
import type {
  ChangeNotificationPreferencesDto,
  NotificationPreferencesDto,
} from './notification-preferences.dto.js';

interface Stored {
  email: string | null;
  quietFrom: string | null;
  quietTo: string | null;
  chosen: Record<string, NoticeChannel>;
}

const STORED = `select u.email, to_char(q.quiet_from, 'HH24:MI') as "quietFrom", to_char(q.quiet_to, 'HH24:MI') as "quietTo",
    coalesce((select json_object_agg(p.kind, p.channel) from notification_preferences p where p.user_id = u.id), '{}') as chosen
  from users u left join notification_quiet_hours q on q.id = u.id where u.id = $1`;
const CHOOSE = `insert into notification_preferences (user_id, kind, channel) values ($1, $2, $3)
  on conflict on constraint uq_notification_preferences_kind do update set channel = excluded.channel`;
const BE_QUIET = `insert into notification_quiet_hours (id, quiet_from, quiet_to) values ($1, $2, $3)
  on conflict on constraint pk_notification_quiet_hours do update set quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to`;

/** How one wants to be told, chosen by oneself. */
@Injectable()
export class NotificationPreferencesService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly mails: Mails,
  ) {}

  async read(actor: Actor): Promise<NotificationPreferencesDto> {
    const { email, quietFrom, quietTo, chosen } = (await this.rows.one<Stored>(STORED, [actor.id]))!;
    const kinds = noticesOf(actor).map(({ kind, label, channel }) => ({
      kind,
      labelZh: label.zh,
      labelEn: label.en,
      channel: chosen[kind] ?? channel,
      usual: channel,
    }));
    return { kinds, quietFrom, quietTo, isMailed: this.mails.isConfigured && email !== null };
  }

  async change(dto: ChangeNotificationPreferencesDto, actor: Actor): Promise<NotificationPreferencesDto> {
    refuseWrong(dto, actor);
    await this.work.run(actor, 'notification-preference.change', async (unit) => {
      for (const { kind, channel } of dto.kinds ?? []) await unit.query(CHOOSE, [actor.id, kind, channel]);
      if (dto.quietFrom !== undefined) await beQuiet(unit, dto);
    });
    return this.read(actor);
  }
}

const noticesOf = (actor: Actor): readonly NoticeDeclaration[] =>
  allNotices().filter(({ permission }) => !permission || may(actor, permission));

async function beQuiet(unit: Unit, { quietFrom, quietTo }: ChangeNotificationPreferencesDto): Promise<void> {
  if (quietFrom) await unit.query(BE_QUIET, [unit.actor.id, quietFrom, quietTo]);
  else await unit.query('delete from notification_quiet_hours where id = $1', [unit.actor.id]);
}

/** @throws InvalidInputError */
function refuseWrong(
  { kinds = [], quietFrom, quietTo }: ChangeNotificationPreferencesDto,
  actor: Actor,
): void {
  const known = new Set(noticesOf(actor).map(({ kind }) => kind));
  const problems = kinds.flatMap(({ kind }, index) =>
    known.has(kind)
      ? []
      : [{ pointer: `/kinds/${index}/kind`, rule: 'unknown', detail: `There are no notices "${kind}".` }],
  );
  const isHalf = (quietFrom === undefined) !== (quietTo === undefined) || !quietFrom !== !quietTo;
  if (isHalf || (quietFrom && quietFrom === quietTo))
    problems.push({
      pointer: '/quietTo',
      rule: 'quietHours',
      detail: 'Quiet hours have a beginning and an end that differ, or neither.',
    });
  if (problems.length > 0) throw new InvalidInputError(problems);
}
