import { Inject, Injectable } from '@nestjs/common';
import { Sealing } from '../auth/sealing.js';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import type { Unit } from '../database/unit-of-work.js';
import type { MailLocale, MailTemplate } from './mail-template.js';

export interface Addressee {
  readonly email: string;
  readonly name: string;
  readonly locale: MailLocale;
}

/** What a mail holds until it is sent; sealed in the database, because links in it are keys. */
export interface MailContent {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly locale: MailLocale;
}

/** The one way to send mail. */
@Injectable()
export class Mails {
  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly sealing: Sealing,
  ) {}

  /** False where no mail server is configured: then say on the screen what the mail would have said. */
  get isConfigured(): boolean {
    return this.config.mail !== undefined;
  }

  /**
   * Queues a mail, for later with `notBefore`, in the caller's transaction: if that rolls back, nothing is sent; a slow mail server slows nobody.
   * @returns false when no mail server is configured; nothing is queued then
   */
  async send<Values extends Record<string, string>>(
    unit: Unit,
    { email, name, locale }: Addressee,
    template: MailTemplate<Values>,
    values: Values,
    { notBefore }: { readonly notBefore?: Date } = {},
  ): Promise<boolean> {
    if (!this.isConfigured) return false;
    const content: MailContent = { to: { name, address: email }, ...template.write[locale](values), locale };
    const [mail] = await unit.query<{ id: string }>(
      `insert into mails (recipient, template, sealed_content, next_attempt_at)
       values ($1, $2, $3, coalesce($4, now())) returning id`,
      [email, template.name, this.sealing.seal(JSON.stringify(content)), notBefore ?? null],
    );
    unit.emit({ name: 'mail.queued', resource: 'mail', recordId: mail!.id });
    return true;
  }
}
