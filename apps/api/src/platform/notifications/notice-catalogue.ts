import type { MailLocale } from '../mail/mail-template.js';

/**
 * How a person is told of one kind of notice: not at all; on the screen; there and by mail at once; or there, with what is
 * still unread gathered into one mail a day or a week.
 */
export const NOTICE_CHANNELS = ['off', 'in-app', 'mail', 'daily', 'weekly'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** One kind of notice. Modules declare theirs in `<module>.notices.ts`. */
export interface NoticeDeclaration {
  /** `import.done` */
  readonly kind: string;
  /** What it is about, for the page of preferences. */
  readonly label: { readonly zh: string; readonly en: string };
  /** For whoever chose nothing. */
  readonly channel: NoticeChannel;
  /** Who never gets such notices is not asked about them. */
  readonly permission?: `${string}:${string}`;
  /** The sentence in a mail; on the screen the web app has its own, with links. */
  readonly say: Readonly<Record<MailLocale, (params: Record<string, unknown>) => string>>;
}

const catalogue = new Map<string, NoticeDeclaration>();

/** Adds a module's notices to the catalogue. */
export function declareNotices(notices: readonly NoticeDeclaration[]): void {
  for (const notice of notices) catalogue.set(notice.kind, notice);
}

export const allNotices = (): readonly NoticeDeclaration[] =>
  [...catalogue.values()].sort((a, b) => a.kind.localeCompare(b.kind));

/** @throws Error when no module declares it: without a declaration nobody could choose how to be told */
export function findNotice(kind: string): NoticeDeclaration {
  const notice = catalogue.get(kind);
  if (!notice) throw new Error(`Notices of kind "${kind}" are not declared: see declareNotices.`);
  return notice;
}
