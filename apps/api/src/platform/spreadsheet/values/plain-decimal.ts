/**
 * The shortest decimal text that means this number, never in scientific notation: `1e21` → `1000000000000000000000`,
 * `0.30000000000000004` stays as it is, since that is what the file holds.
 */
export function plainDecimal(value: number): string {
  const text = String(value);
  return /e/.test(text) ? expandExponent(text) : text;
}

/** Moves the decimal point by the exponent: `1.2E+05` → `120000`, `-1.5e-3` → `-0.0015`. Expects a well-formed number. */
export function expandExponent(text: string): string {
  const match = /^([-+]?)(\d*)(?:\.(\d*))?[eE]([-+]?\d+)$/.exec(text);
  if (!match) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  const minus = sign === '-' ? '-' : '';
  if (point <= 0) return `${minus}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${minus}${digits}${'0'.repeat(point - digits.length)}`;
  return `${minus}${digits.slice(0, point)}.${digits.slice(point)}`;
}
