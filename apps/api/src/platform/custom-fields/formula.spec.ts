import { findLoop, Formula, FormulaError } from './formula.js';

const NUMBERS = new Set(['price', 'quantity', 'zero', 'none']);
const VALUES: Record<string, string> = {
  price: '0.10',
  quantity: '3',
  zero: '0',
  grade: 'A',
  begin: '2026-02-27',
  end: '2026-03-01',
};
const calculate = (text: string, scale = 2) =>
  new Formula(text).evaluate(
    (code) => VALUES[code],
    (code) => NUMBERS.has(code),
    scale,
  );

describe('A formula', () => {
  it.each([
    ['price * quantity', '0.30'],
    ['0.1 + 0.2', '0.30'],
    ['1 / 3 * 3', '1.00'],
    ['(price + 1) * -quantity', '-3.30'],
    ['price × quantity ÷ 2', '0.15'],
    ['round(2.675, 2)', '2.68'],
    ['max(price, quantity, 1.5) - min(price, 1)', '2.90'],
    ['grade == "A" ? 10 : 20', '10.00'],
    ['when(quantity > 5, 1, 2)', '2.00'],
    ['coalesce(none, 7)', '7.00'],
    ['days(begin, end)', '2.00'],
    ['abs(-9007199254740993) + 0.01', '9007199254740993.01'],
  ])('%s gives %s', (text, expected) => {
    expect(calculate(text)).toEqual({ value: expected });
  });

  it.each([
    ['price / zero', 'division-by-zero'],
    ['price % (quantity - 3)', 'division-by-zero'],
    ['grade * 2', 'not-a-number'],
    ['grade', 'not-a-number'],
    ['999999999999999999 * 10', 'too-large'],
  ])('%s has no value, because of %s', (text, problem) => {
    expect(calculate(text)).toEqual({ value: null, problem });
  });

  it('is empty where an input is empty', () => {
    expect(calculate('none + 1')).toEqual({ value: null });
    expect(calculate('max(none, 1)')).toEqual({ value: null });
  });

  it.each([
    ['price +', 'syntax'],
    ['(price', 'syntax'],
    ['constructor.constructor("return 1")()', 'unknownFunction'],
    ['hasOwnProperty(1)', 'unknownFunction'],
    ['price.length', 'unsupported'],
    ['[1, 2]', 'unsupported'],
    ['this', 'unsupported'],
    ['price; quantity', 'unsupported'],
    ['price ** 99', 'unsupported'],
  ])('%s is refused (%s)', (text, rule) => {
    const made = () => new Formula(text);
    expect(made).toThrow(FormulaError);
    expect(made).toThrow(expect.objectContaining({ rule }) as FormulaError);
  });

  it('knows the fields it reads, and the way round a loop', () => {
    expect([...new Formula('a + max(b, c ? 1 : d)').references]).toEqual(['a', 'b', 'c', 'd']);
    const formulas = (all: Record<string, string>) =>
      new Map(Object.entries(all).map(([code, text]) => [code, new Formula(text).references]));
    expect(findLoop(formulas({ a: 'b + 1', b: 'c * 2', c: 'x' }))).toBeUndefined();
    expect(findLoop(formulas({ z: 'a', a: 'b + 1', b: 'c * 2', c: 'a' }))).toEqual(['a', 'b', 'c', 'a']);
    expect(findLoop(formulas({ a: 'a + 1' }))).toEqual(['a', 'a']);
  });
});
