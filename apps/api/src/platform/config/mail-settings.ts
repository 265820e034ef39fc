import type { SettingsReader } from './settings-reader.js';

/** How mail leaves the house. */
export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps://…:465`. */
  readonly url: string;
  /** `聚客 CRM <crm@example.com>` */
  readonly from: string;
}

export function mailSettings(read: SettingsReader): MailSettings | undefined {
  const url = read.address('SMTP_URL', ['smtp:', 'smtps:']);
  return url ? { url, from: read.text('MAIL_FROM') } : undefined;
}
