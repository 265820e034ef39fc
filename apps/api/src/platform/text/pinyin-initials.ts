import { pinyin } from 'pinyin-pro';

const CHINESE = /\p{Script=Han}/u;

/** First letters of the pinyin of a text's Chinese characters: 融氏食品 → `rssp`. Empty when it has none. */
export function pinyinInitials(text: string): string {
  if (!CHINESE.test(text)) return '';
  return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' })
    .join('')
    .toLowerCase();
}
