export type MailLocale = 'zh-CN' | 'en';

export interface MailText {
  readonly subject: string;
  /** Plain text; blank lines part paragraphs. An address on a line of its own becomes a link. */
  readonly text: string;
}

/** One kind of mail in both languages; modules declare theirs in `<module>.mails.ts`. */
export interface MailTemplate<Values extends Record<string, string>> {
  /** `user.invitation` */
  readonly name: string;
  readonly write: Readonly<Record<MailLocale, (values: Values) => MailText>>;
}

const escape = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!,
  );

/** The same words as HTML, for mail programs that show no plain text. */
export function asHtml(text: string, locale: MailLocale): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    const lines = paragraph.split('\n').map((line) => {
      const safe = escape(line);
      return /^https?:\/\/\S+$/.test(line) ? `<a href="${safe}">${safe}</a>` : safe;
    });
    return `<p>${lines.join('<br>')}</p>`;
  });
  return `<!doctype html><html lang="${locale}"><body>${paragraphs.join('\n')}</body></html>`;
}
