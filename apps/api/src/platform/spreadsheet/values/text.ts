/** Zero-width characters, byte order marks and soft hyphens: pasted along from web pages, never seen. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g;
/** Ideographic and no-break blanks count as blanks. */
const EDGES = /^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/g;
/** Full-width letters, digits and signs, as Chinese input methods write them. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** Takes off blanks at both ends and invisible characters; the text within stays as it was written. */
export function cleanText(text: string): string {
  return text.replace(INVISIBLE, '').replace(EDGES, '');
}

/** Like {@link cleanText}, and full-width letters, digits and signs become plain: for codes, numbers, phones, mail. */
export function cleanCode(text: string): string {
  return cleanText(text)
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ');
}
