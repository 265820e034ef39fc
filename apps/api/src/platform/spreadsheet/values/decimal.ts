import { type CellValue, invalid, valid } from './cell-value.js';
import { expandExponent } from './plain-decimal.js';
import { cleanCode } from './text.js';

/**
 * `decimal.not-a-number`; `decimal.ambiguous` (`1 234,50`, `1.234,50`, `12,34`: commas that are no thousands);
 * `decimal.too-many-digits {maxDigits}` before the point; `decimal.too-precise {maxScale}` after it;
 * `decimal.percent-not-allowed`; `decimal.not-whole`.
 */
export type DecimalProblem =
  | 'empty'
  | 'decimal.not-a-number'
  | 'decimal.ambiguous'
  | 'decimal.too-many-digits'
  | 'decimal.too-precise'
  | 'decimal.percent-not-allowed'
  | 'decimal.not-whole';

export interface DecimalOptions {
  /** Digits allowed after the point; more are refused, or rounded when `round`. Zeros at the end do not count. */
  readonly maxScale?: number;
  /** Digits allowed before the point; 30 unless told. */
  readonly maxDigits?: number;
  /** Rounds half away from zero to `maxScale`, which is how money is rounded in the trade. */
  readonly round?: boolean;
  /** `12.5%` is read as `0.125`; refused unless told, since a rate and an amount mean different things. */
  readonly percent?: boolean;
}

const CURRENCY = /^(?:[¥￥$]|RMB|CNY|USD|人民币)|(?:元整?|圆整?|RMB|CNY|USD)$/gi;
const MULTIPLIERS: Record<string, number> = { 百: 2, 千: 3, 万: 4, 萬: 4, 百万: 6, 千万: 7, 亿: 8, 億: 8 };
const GROUPED = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const PLAIN = /^(\d+\.?\d*|\.\d+)$/;
const SCIENTIFIC = /^(\d+\.?\d*|\.\d+)[eE][-+]?\d{1,3}$/;

/**
 * An exact decimal as text, never by way of a float: `1,234.50` → `1234.50`, `￥1.2万` → `12000`, `(5.00)` → `-5.00`,
 * `1.2E+05` → `120000`, full-width digits too.
 */
export function parseDecimal(text: string, options: DecimalOptions = {}): CellValue<string, DecimalProblem> {
  const cleaned = cleanCode(text);
  if (cleaned === '') return invalid('empty', {});
  const { negative, body, percent, shift } = dress(cleaned);
  if (percent && !options.percent) return invalid('decimal.percent-not-allowed', { text });
  const bare = GROUPED.test(body) ? body.replaceAll(',', '') : body;
  if (!PLAIN.test(bare) && !SCIENTIFIC.test(bare)) {
    const ambiguous = /^\d[\d., ']*$/.test(bare);
    return invalid(ambiguous ? 'decimal.ambiguous' : 'decimal.not-a-number', { text });
  }
  const exponent = shift - (percent ? 2 : 0);
  const exact = withShift(bare, exponent);
  return fit(negative, exact, options);
}

/** A whole number as text of digits; `12.0` is whole, `12.5` is refused with `decimal.not-whole`. */
export function parseInteger(
  text: string,
  options: Pick<DecimalOptions, 'maxDigits'> = {},
): CellValue<string, DecimalProblem> {
  const decimal = parseDecimal(text, { ...options, maxScale: 0 });
  if (!decimal.ok) {
    return decimal.code === 'decimal.too-precise' ? invalid('decimal.not-whole', { text }) : decimal;
  }
  return valid(decimal.value);
}

/** Takes off sign, brackets, currency, percent and multiplier. */
function dress(text: string) {
  let body = text.replace(/[\u2212\u2013\u2014]/g, '-');
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(body);
  if (bracketed?.[1] !== undefined) {
    negative = true;
    body = bracketed[1].trim();
  }
  // The sign stands before or after the currency: -¥5, ¥-5.
  const sign = /^([-+]?)\s*((?:[¥￥$]|RMB|CNY|USD|人民币)?)\s*([-+]?)\s*/i.exec(body);
  const signs = `${sign?.[1] ?? ''}${sign?.[3] ?? ''}`;
  if (signs.length <= 1 && !(negative && signs)) {
    negative ||= signs === '-';
    body = body.slice(sign?.[0].length ?? 0);
  }
  body = body.replace(CURRENCY, '').trim();
  const percent = body.endsWith('%');
  if (percent) body = body.slice(0, -1).trim();
  const multiplier = /(百万|千万|[百千万萬亿億])$/.exec(body)?.[1];
  if (multiplier) body = body.slice(0, -multiplier.length).trim();
  return { negative, body, percent, shift: multiplier ? (MULTIPLIERS[multiplier] ?? 0) : 0 };
}

function withShift(bare: string, shift: number): string {
  const [mantissa = '0', exponent = '0'] = bare.toLowerCase().split('e');
  const total = Number(exponent) + shift;
  return total === 0 ? mantissa : expandExponent(`${mantissa}e${total}`);
}

function fit(negative: boolean, exact: string, options: DecimalOptions): CellValue<string, DecimalProblem> {
  const { maxScale = Number.POSITIVE_INFINITY, maxDigits = 30, round = false } = options;
  const [rawWhole = '', rawFraction = ''] = exact.split('.');
  let whole = rawWhole.replace(/^0+(?=\d)/, '') || '0';
  let fraction = rawFraction;
  if (fraction.length > maxScale) {
    const rest = fraction.slice(maxScale);
    if (/[1-9]/.test(rest)) {
      if (!round) return invalid('decimal.too-precise', { maxScale });
      [whole, fraction] = rounded(whole, fraction, maxScale);
    } else {
      fraction = fraction.slice(0, maxScale);
    }
  }
  if (whole !== '0' && whole.length > maxDigits) return invalid('decimal.too-many-digits', { maxDigits });
  const value = fraction ? `${whole}.${fraction}` : whole;
  return valid(negative && /[1-9]/.test(value) ? `-${value}` : value);
}

function rounded(whole: string, fraction: string, scale: number): [string, string] {
  const kept = BigInt(whole + fraction.slice(0, scale));
  const up = (fraction.charCodeAt(scale) || 0) >= 53;
  const digits = String(up ? kept + 1n : kept).padStart(scale + 1, '0');
  return [digits.slice(0, digits.length - scale), scale > 0 ? digits.slice(-scale) : ''];
}
