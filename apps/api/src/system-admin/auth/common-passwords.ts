import { dictionary } from '@zxcvbn-ts/language-common';

/** What guessers here try first and no international list has, in lower case. */
const LOCAL = `12345678910 123456789a a123456789 aa123456789 a1b2c3d4e5 woaini1314 woaini520 woaini1314520 iloveyou520
  5201314520 1314520520 11223344556677 147258369a admin12345 admin123456 administrator1 test123456 root123456 juke123456
  jukecrm123 jukecrm2026 juke-demo-2026 qq123456789 wang123456 zhang123456 li123456789 taobao123456 huawei123456
  china123456 beijing2008 shanghai2010 abcd123456 abc1234567 welcome1234 changeme123 password1234 12345678 1234567890`;

/** The 49,000 most common passwords of published breaches, and our own. */
const COMMON = new Set([...dictionary['passwords-common'], ...LOCAL.split(/\s+/)].map(String));

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
};

/** Also a common one with letters written as digits, or with digits and marks hung on: `P@ssw0rd!!`, `Dragon2026`. */
export function isCommonPassword(password: string): boolean {
  const lower = password.toLowerCase();
  const plain = lower.replace(/[01345@$]/g, (character) => LEET[character]!);
  const bare = lower.replace(/[\d\p{P}\p{S}]+$/u, '');
  const barePlain = lower.replace(/[\d\p{P}]+$/u, '').replace(/[01345@$]/g, (character) => LEET[character]!);
  // A short word with a long tail is mostly the tail; only what is mostly the word counts.
  const mostly = [bare, barePlain].filter((word) => word.length >= password.length - 5 && word.length >= 5);
  return [lower, plain, ...mostly].some((candidate) => COMMON.has(candidate));
}
