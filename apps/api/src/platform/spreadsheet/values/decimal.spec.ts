import { type DecimalOptions, parseDecimal, parseInteger } from '../cell-values.js';

describe('parseDecimal', () => {
  it.each<[string, string, DecimalOptions?]>([
    ['129.696', '129.696'],
    ['-60.70400000000001', '-60.70400000000001'],
    ['-60.70400000000001', '-60.70', { maxScale: 2, round: true }],
    ['125.43999999999998', '125.44', { maxScale: 2, round: true }],
    ['0.005', '0.01', { maxScale: 2, round: true }],
    ['-0.005', '-0.01', { maxScale: 2, round: true }],
    ['9.995', '10.00', { maxScale: 2, round: true }],
    ['-0.001', '0.00', { maxScale: 2, round: true }],
    ['1.50', '1.5', { maxScale: 1 }],
    ['1,234.50', '1234.50'],
    ['1,234,567', '1234567'],
    ['　１２３４．５　', '1234.5'],
    ['１，２３４．５', '1234.5'],
    ['¥1,234.50', '1234.50'],
    ['￥ 99', '99'],
    ['-¥5', '-5'],
    ['¥-5', '-5'],
    ['RMB 12', '12'],
    ['12元', '12'],
    ['3.5万元', '35000'],
    ['1.2万', '12000'],
    ['0.35亿', '35000000'],
    ['12345678901234567890.123456789万', '123456789012345678901234.56789'],
    ['(1,234.50)', '-1234.50'],
    ['（88）', '-88'],
    ['1.2E+05', '120000'],
    ['1.5e-3', '0.0015'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['+7', '7'],
    ['−7', '-7'],
    ['007', '7'],
    ['0', '0'],
    ['12.5%', '0.125', { percent: true }],
    ['0.07%', '0.0007', { percent: true }],
    ['99999999999999999999', '99999999999999999999'],
  ])('%s → %s', (text, value, options = {}) => {
    expect(parseDecimal(text, options)).toEqual({ ok: true, value });
  });

  it.each<[string, string, DecimalOptions?]>([
    ['', 'empty'],
    ['　', 'empty'],
    ['abc', 'decimal.not-a-number'],
    ['12abc', 'decimal.not-a-number'],
    ['--5', 'decimal.not-a-number'],
    ['(-5)', 'decimal.not-a-number'],
    ['1e', 'decimal.not-a-number'],
    ['1e9999', 'decimal.not-a-number'],
    ['1e999', 'decimal.too-many-digits'],
    ['NaN', 'decimal.not-a-number'],
    ['Infinity', 'decimal.not-a-number'],
    ['0x10', 'decimal.not-a-number'],
    ['1 234,50', 'decimal.ambiguous'],
    ['1.234,50', 'decimal.ambiguous'],
    ['12,34', 'decimal.ambiguous'],
    ['1,2345', 'decimal.ambiguous'],
    ['1.2.3', 'decimal.ambiguous'],
    ['12%', 'decimal.percent-not-allowed'],
    ['1.234', 'decimal.too-precise', { maxScale: 2 }],
    ['12345', 'decimal.too-many-digits', { maxDigits: 4 }],
    ['9999.99', 'decimal.too-many-digits', { maxDigits: 4, maxScale: 1, round: true }],
  ])('refuses %s: %s', (text, code, options = {}) => {
    expect(parseDecimal(text, options)).toMatchObject({ ok: false, code });
  });
});

describe('parseInteger', () => {
  it.each([
    ['12', '12'],
    ['12.0', '12'],
    ['１，２００', '1200'],
    ['-3', '-3'],
    ['110101199003071234', '110101199003071234'],
  ])('%s → %s', (text, value) => expect(parseInteger(text)).toEqual({ ok: true, value }));

  it('refuses a fraction', () => {
    expect(parseInteger('12.5')).toEqual({ ok: false, code: 'decimal.not-whole', params: { text: '12.5' } });
  });
});
