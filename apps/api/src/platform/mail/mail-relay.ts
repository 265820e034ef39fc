import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Sealing } from '../auth/sealing.js';
import type { AppConfig } from '../config/app-config.js';
import { APP_CONFIG } from '../config/config.module.js';
import { Rows } from '../database/rows.js';
import { LiveHub } from '../events/live-hub.js';
import { asHtml } from './mail-template.js';
import type { MailContent } from './mails.js';

interface DueMail {
  id: string;
  template: string;
  sealed_content: string;
  attempts: number;
}

/** Tries again after 1, 2, 4 … minutes; given up after about a day. */
const MOST_ATTEMPTS = 12;
const LOOK_AGAIN_MS = 30_000;
const ANSWER_WITHIN_MS = 20_000;
/** A claimed mail is out of the others' way for so long; if this process dies, it is due again afterwards. */
const CLAIM = `update mails set attempts = attempts + 1, next_attempt_at = now() + interval '3 minutes'
  where id = (select id from mails where state = 'queued' and next_attempt_at <= now() order by next_attempt_at, id limit 1 for update skip locked)
  returning id, template, sealed_content, attempts`;
const SENT = `update mails set state = 'sent', sealed_content = null, problem = null, sent_at = now() where id = $1`;
const AGAIN = `update mails set problem = $2, next_attempt_at = now() + make_interval(mins => $3) where id = $1`;
const GIVEN_UP = `update mails set state = 'failed', sealed_content = null, problem = $2 where id = $1`;

/** Takes queued mails to the mail server, woken by the outbox and twice a minute besides. Each mail has one carrier. */
@Injectable()
export class MailRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('Mail');
  private transport: Transporter | undefined;
  private timer: NodeJS.Timeout | undefined;
  private unwatch: (() => void) | undefined;
  private working: Promise<void> | undefined;
  private isAskedAgain = false;
  private isStopping = false;

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly rows: Rows,
    private readonly hub: LiveHub,
    private readonly sealing: Sealing,
  ) {}

  onApplicationBootstrap(): void {
    const { mail, runJobs } = this.config;
    if (!mail) {
      this.logger.warn(
        'SMTP_URL is not set: no mail is sent. Invitation links are shown to administrators instead.',
      );
      return;
    }
    if (!runJobs) return;
    this.transport = createTransport({
      url: mail.url,
      connectionTimeout: ANSWER_WITHIN_MS,
      greetingTimeout: ANSWER_WITHIN_MS,
      socketTimeout: ANSWER_WITHIN_MS,
    } as never);
    this.unwatch = this.hub.watch(({ name }) => {
      if (name === 'mail.queued') this.wake();
    });
    this.timer = setInterval(() => this.wake(), LOOK_AGAIN_MS).unref();
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    clearInterval(this.timer);
    this.unwatch?.();
    this.transport?.close();
    await this.working;
  }

  private wake(): void {
    this.isAskedAgain = true;
    this.working ??= this.carryAll().finally(() => (this.working = undefined));
  }

  private async carryAll(): Promise<void> {
    try {
      while (this.isAskedAgain && !this.isStopping) {
        this.isAskedAgain = false;
        let mail = await this.rows.one<DueMail>(CLAIM);
        while (mail) {
          await this.carry(mail);
          mail = this.isStopping ? undefined : await this.rows.one<DueMail>(CLAIM);
        }
      }
    } catch (error) {
      this.logger.warn(`Looking for mail to send: ${(error as Error).message}`);
    }
  }

  private async carry(mail: DueMail): Promise<void> {
    try {
      const { to, subject, text, locale } = JSON.parse(this.sealing.open(mail.sealed_content)) as MailContent;
      await this.transport!.sendMail({
        from: this.config.mail!.from,
        to,
        subject,
        text,
        html: asHtml(text, locale),
        // The same for every attempt, so that a mail that went out twice is shown once.
        messageId: `<${mail.id}@${new URL(this.config.publicUrl).hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      await this.rows.all(SENT, [mail.id]);
    } catch (error) {
      await this.noteFailure(mail, error as Error & { responseCode?: number });
    }
  }

  /** A server that says no for good (5xx) is not asked again. */
  private async noteFailure({ id, template, attempts }: DueMail, error: Error & { responseCode?: number }) {
    const problem = error.message.slice(0, 500);
    const isFinal = (error.responseCode ?? 0) >= 500 || attempts >= MOST_ATTEMPTS;
    this.logger.warn(
      `Mail ${id} (${template}), attempt ${attempts}: ${problem}${isFinal ? '; given up' : ''}`,
    );
    if (isFinal) await this.rows.all(GIVEN_UP, [id, problem]);
    else await this.rows.all(AGAIN, [id, problem, Math.min(2 ** (attempts - 1), 240)]);
  }
}
