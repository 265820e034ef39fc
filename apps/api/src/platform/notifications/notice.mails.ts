import type { MailTemplate } from '../mail/mail-template.js';

interface NoticeValues extends Record<string, string> {
  readonly name: string;
  readonly sentence: string;
  readonly link: string;
  /** The page on which such mails are switched off. */
  readonly preferences: string;
}

export const NOTICE_MAIL: MailTemplate<NoticeValues> = {
  name: 'notice.single',
  write: {
    'zh-CN': ({ name, sentence, link, preferences }) => ({
      subject: sentence,
      text: `${name}，您好：\n\n${sentence}\n\n${link}\n\n修改或关闭此类邮件：\n${preferences}`,
    }),
    en: ({ name, sentence, link, preferences }) => ({
      subject: sentence,
      text: `Hello ${name},\n\n${sentence}\n\n${link}\n\nChange or stop such mails:\n${preferences}`,
    }),
  },
};

interface DigestValues extends Record<string, string> {
  readonly name: string;
  readonly count: string;
  /** A sentence and its address each. */
  readonly list: string;
  readonly preferences: string;
}

export const DIGEST_MAIL: MailTemplate<DigestValues> = {
  name: 'notice.digest',
  write: {
    'zh-CN': ({ name, count, list, preferences }) => ({
      subject: `聚客 CRM：${count} 条未读通知`,
      text: `${name}，您好：\n\n您有 ${count} 条未读通知：\n\n${list}\n\n修改或关闭此类邮件：\n${preferences}`,
    }),
    en: ({ name, count, list, preferences }) => ({
      subject: `Juke CRM: ${count} unread notices`,
      text: `Hello ${name},\n\nyou have ${count} unread notices:\n\n${list}\n\nChange or stop such mails:\n${preferences}`,
    }),
  },
};
