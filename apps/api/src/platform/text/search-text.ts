import { pinyin } from 'pinyin-pro';

const CHINESE = /\p{Script=Han}/u;

/** First letters of the pinyin of a text's Chinese characters: 融氏食品 → `rssp`. Empty when it has none. */
export function pinyinInitials(text: string): string {
  if (!CHINESE.test(text)) return '';
  return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' })
    .join('')
    .toLowerCase();
}

/** What `q=` looks in: the texts in lower case, and the pinyin initials of the first (the name). */
export function searchText(texts: readonly (string | null | undefined)[]): string {
  const parts = texts.filter((text): text is string => Boolean(text));
  const initials = pinyinInitials(parts[0] ?? '');
  return [...parts, ...(initials ? [initials] : [])].join(' ').toLowerCase();
}
