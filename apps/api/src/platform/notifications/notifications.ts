import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../clock/clock.js';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { Rows } from '../database/rows.js';
import type { Unit } from '../database/unit-of-work.js';
import { Mails } from '../mail/mails.js';
import { findNotice } from './notice-catalogue.js';
import { NOTICE_MAIL } from './notice.mails.js';
import { NoticePreferences, type Telling } from './notice-preferences.js';
import { quietUntil } from './notice-times.js';

export interface Notice {
  /** A declared kind, `import.done`; the screen has a sentence for each. */
  readonly kind: string;
  readonly params?: Record<string, unknown>;
  /** Path of the page it is about. */
  readonly link?: string;
}

/** Where a person says how she wants to be told; mails point here. */
export const PREFERENCES_PATH = '/me/notifications';

/** What a user is told: at once on her open screens, and by mail as she wants it. */
@Injectable()
export class Notifications {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly rows: Rows,
    private readonly mails: Mails,
    private readonly preferences: NoticePreferences,
    private readonly clock: Clock,
  ) {}

  /** Stored, and queued as a mail, in the caller's transaction: if that rolls back, nobody hears of it. */
  async notify(unit: Unit, userId: string, notice: Notice): Promise<void> {
    const { kind, params = {}, link } = notice;
    findNotice(kind);
    const telling = await this.preferences.of(unit, userId, kind);
    if (!telling || telling.channel === 'off') return;
    const digest = telling.channel === 'daily' || telling.channel === 'weekly' ? telling.channel : null;
    const [stored] = await unit.query<{ id: string }>(
      `insert into notifications (user_id, kind, params, link, digest) values ($1, $2, $3, $4, $5) returning id`,
      [userId, kind, JSON.stringify(params), link ?? null, digest],
    );
    unit.emit({
      name: 'notification.created',
      resource: 'notification',
      recordId: stored!.id,
      payload: { kind, params, link: link ?? null },
      audience: { userId },
    });
    if (telling.channel === 'mail') await this.mail(unit, notice, telling);
  }

  /** Reading is no business fact: it is not audited. */
  async markRead(actor: Actor, id?: string): Promise<void> {
    await this.rows.all(
      `update notifications set read_at = now() where user_id = $1 and read_at is null and ($2::uuid is null or id = $2::uuid)`,
      [actor.id, id ?? null],
    );
  }

  /** In quiet hours it is queued for their end. */
  private async mail(
    unit: Unit,
    { kind, params = {}, link }: Notice,
    { addressee, quietFrom, quietTo }: Telling,
  ): Promise<void> {
    if (!addressee) return;
    const { publicUrl } = this.config;
    const values = {
      name: addressee.name,
      sentence: findNotice(kind).say[addressee.locale](params),
      link: publicUrl + (link ?? '/'),
      preferences: publicUrl + PREFERENCES_PATH,
    };
    const notBefore = quietUntil(this.clock.now(), quietFrom, quietTo);
    await this.mails.send(unit, addressee, NOTICE_MAIL, values, { notBefore });
  }
}
