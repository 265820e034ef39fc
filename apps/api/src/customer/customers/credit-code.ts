const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const SHAPE = new RegExp(`^[${ALPHABET}]{18}$`);

/**
 * Whether a text is a unified social credit code (统一社会信用代码): eighteen characters, the last of which checks the others.
 * The weights are the powers of 3 modulo 31 (GB 32100-2015). The database has the same rule (`is_credit_code`).
 */
export function isCreditCode(code: string): boolean {
  if (!SHAPE.test(code)) return false;
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] === code.at(-1);
}

/** As it is stored: people copy it with spaces, and type it in small letters. */
export const tidyCreditCode = (code: string): string => code.replace(/\s/g, '').toUpperCase();
