import type { YearlySales } from './customer.queries';

/** Sum of a column in exact decimals: cents and thousandths are added as whole numbers. */
export function totalOf(
  years: readonly YearlySales[],
  column: 'salesAmount' | 'profit' | 'quantity' | 'orders',
): string {
  const thousandths = years.reduce((sum, year) => sum + toThousandths(String(year[column] ?? '0')), 0n);
  const sign = thousandths < 0n ? '-' : '';
  const digits = String(thousandths < 0n ? -thousandths : thousandths).padStart(4, '0');
  return `${sign}${digits.slice(0, -3)}.${digits.slice(-3)}`;
}

function toThousandths(decimal: string): bigint {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(3, '0').slice(0, 3));
  return decimal.startsWith('-') ? -value : value;
}
