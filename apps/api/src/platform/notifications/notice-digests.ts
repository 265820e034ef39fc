import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM_ACTOR } from '../auth/actor.js';
import { Clock } from '../clock/clock.js';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { Rows } from '../database/rows.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Mails } from '../mail/mails.js';
import { findNotice } from './notice-catalogue.js';
import { DIGEST_MAIL } from './notice.mails.js';
import { NoticePreferences } from './notice-preferences.js';
import { digestBounds } from './notice-times.js';
import { PREFERENCES_PATH } from './notifications.js';
import { Rounds } from '../rounds/rounds.js';

interface Waiting {
  kind: string;
  params: Record<string, unknown>;
  link: string | null;
  isRead: boolean;
}

const LOOK_AGAIN_MS = 60_000;
/** Named one by one in a mail; the rest is a number. */
const NAMED = 50;
const DUE = `digest is not null and digested_at is null
  and created_at < case digest when 'daily' then $1::timestamptz else $2::timestamptz end`;
const WHOSE = `select distinct user_id as "userId" from notifications where ${DUE}`;
/** Of two processes at it, one gets the rows. */
const TAKE = `with due as (select id from notifications where ${DUE} and user_id = $3 for update skip locked)
  update notifications n set digested_at = now() from due where n.id = due.id
  returning n.kind, n.params, n.link, n.read_at is not null as "isRead", n.created_at`;

/** Gathers what is still unread into one mail a day, or a week. Taken and queued in one transaction. */
@Injectable()
export class NoticeDigests implements OnModuleInit {
  constructor(
    private readonly rounds: Rounds,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly mails: Mails,
    private readonly preferences: NoticePreferences,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    if (!this.mails.isConfigured) return;
    this.rounds.register({ name: 'gathering notices', everyMs: LOOK_AGAIN_MS, run: () => this.send() });
  }

  /** Sends what is due now. */
  async send(): Promise<void> {
    const { daily, weekly } = digestBounds(this.clock.now());
    for (const { userId } of await this.rows.all<{ userId: string }>(WHOSE, [daily, weekly]))
      await this.sendTo(userId, daily, weekly);
  }

  private async sendTo(userId: string, daily: Date, weekly: Date): Promise<void> {
    await this.work.run(SYSTEM_ACTOR, 'notice.digest', async (unit) => {
      const taken = await unit.query<Waiting & { created_at: Date }>(TAKE, [daily, weekly, userId]);
      const unread = taken
        .filter(({ isRead }) => !isRead)
        .sort((a, b) => a.created_at.getTime() - b.created_at.getTime());
      const addressee = await this.preferences.addressee(unit, userId);
      if (unread.length === 0 || !addressee) return;
      const { publicUrl } = this.config;
      const list = unread
        .slice(0, NAMED)
        .map(
          ({ kind, params, link }) =>
            `${findNotice(kind).say[addressee.locale](params)}\n${publicUrl}${link ?? '/'}`,
        );
      await this.mails.send(unit, addressee, DIGEST_MAIL, {
        name: addressee.name,
        count: String(unread.length),
        list: list.join('\n\n'),
        preferences: publicUrl + PREFERENCES_PATH,
      });
    });
  }
}
