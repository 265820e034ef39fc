import { currentLocale } from '../i18n/i18n';

/** Decimal strings go to `Intl` as they are: it formats them exactly, where a float would round past 2^53. */
type Decimal = string | number;

const cache = new Map<string, Intl.NumberFormat>();

function formatter(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = currentLocale() + JSON.stringify(options);
  let format = cache.get(key);
  if (!format) cache.set(key, (format = new Intl.NumberFormat(currentLocale(), options)));
  return format;
}

const isDecimal = (value: unknown): value is Decimal => value !== null && value !== undefined && value !== '';

function write(value: Decimal | null | undefined, options: Intl.NumberFormatOptions): string {
  return isDecimal(value) ? formatter(options).format(value as Intl.StringNumericLiteral) : '';
}

/** `"1234.5"` → `1,234.50`; with a currency `¥1,234.50`. */
export function formatMoney(amount: Decimal | null | undefined, currency?: string): string {
  const style = currency
    ? { style: 'currency' as const, currency, currencyDisplay: 'narrowSymbol' as const }
    : {};
  return write(amount, { ...style, minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** `"12.000"` → `12`, `"12.500"` → `12.5`; at most three decimals. */
export const formatQuantity = (quantity: Decimal | null | undefined): string =>
  write(quantity, { maximumFractionDigits: 3 });

/** A ratio: `"0.1338"` → `13.4%`. */
export const formatRate = (rate: Decimal | null | undefined): string =>
  write(rate, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const formatCount = (count: number | null | undefined): string => write(count, {});

/** Short form for axes and tiles, in the language's own steps: millions, or ten thousands in Chinese. */
export const formatCompact = (value: Decimal | null | undefined): string =>
  write(value, { notation: 'compact', maximumFractionDigits: 1 });
