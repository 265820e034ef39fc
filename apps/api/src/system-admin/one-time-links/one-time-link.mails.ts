import type { MailTemplate } from '../../platform/mail/mail-template.js';

interface LinkValues extends Record<string, string> {
  readonly name: string;
  readonly username: string;
  readonly link: string;
  /** Written out in the reader's words. */
  readonly until: string;
}

export const INVITATION: MailTemplate<LinkValues> = {
  name: 'user.invitation',
  write: {
    'zh-CN': ({ name, username, link, until }) => ({
      subject: '邀请您使用聚客 CRM',
      text: `${name}，您好：\n\n公司已为您开通聚客 CRM 账号，用户名：${username}。请打开下面的链接设置自己的密码：\n\n${link}\n\n链接只能使用一次，${until} 前有效。如非本人，请忽略此邮件。`,
    }),
    en: ({ name, username, link, until }) => ({
      subject: 'Your Juke CRM account',
      text: `Hello ${name},\n\nyour company has opened a Juke CRM account for you. Your user name is ${username}. Choose your password here:\n\n${link}\n\nThe link works once, until ${until}. If this is not meant for you, ignore this mail.`,
    }),
  },
};

export const PASSWORD_RESET: MailTemplate<LinkValues> = {
  name: 'user.password-reset',
  write: {
    'zh-CN': ({ name, username, link, until }) => ({
      subject: '重新设置聚客 CRM 密码',
      text: `${name}，您好：\n\n有人（可能是您本人）申请为账号 ${username} 重新设置密码。如是本人，请打开下面的链接：\n\n${link}\n\n链接只能使用一次，${until} 前有效。如非本人操作，请忽略此邮件，密码不会改变。`,
    }),
    en: ({ name, username, link, until }) => ({
      subject: 'A new password for Juke CRM',
      text: `Hello ${name},\n\nsomebody, perhaps you, asked for a new password for the account ${username}. If it was you, open this link:\n\n${link}\n\nIt works once, until ${until}. If it was not you, ignore this mail; the password stays as it is.`,
    }),
  },
};
