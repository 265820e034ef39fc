import { describe, expect, it } from 'vitest';
import { setLocale } from '../i18n/i18n';
import { formatCompact, formatMoney, formatQuantity, formatRate } from './numbers';

describe('Number formatting', () => {
  it.each([
    ['16117548.24', '16,117,548.24'],
    ['9007199254740993.11', '9,007,199,254,740,993.11'],
    ['-0.50', '-0.50'],
    ['0', '0.00'],
    [null, ''],
    ['', ''],
  ])('writes the amount %s as %s without passing a float', (amount, text) => {
    expect(formatMoney(amount)).toBe(text);
  });

  it('puts the currency sign where the language has it', () => {
    expect(formatMoney('1234.5', 'CNY')).toBe('¥1,234.50');
  });

  it('drops the decimals a quantity does not have', () => {
    expect([formatQuantity('12.000'), formatQuantity('12.500'), formatQuantity('0.125')]).toEqual([
      '12',
      '12.5',
      '0.125',
    ]);
  });

  it('writes rates as percent', () => {
    expect(formatRate('0.13380')).toBe('13.4%');
  });

  it('shortens large figures in the words of the language', async () => {
    expect(formatCompact('16117548.24')).toBe('1611.8万');
    await setLocale('en');
    expect(formatCompact('16117548.24')).toBe('16.1M');
  });
});
