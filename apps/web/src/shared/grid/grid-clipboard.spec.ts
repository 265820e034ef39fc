import { describe, expect, it } from 'vitest';
import { isSameDecimal, readBlock, readDecimal, writeBlock } from './grid-clipboard';

describe('The clipboard of a grid', () => {
  it('reads a block as Excel writes it', () => {
    expect(readBlock('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(readBlock('"a\nb"\t"say ""hi"""')).toEqual([['a\nb', 'say "hi"']]);
    expect(readBlock('\t5')).toEqual([['', '5']]);
  });

  it('writes what it reads', () => {
    const block = [
      ['a\tb', 'c'],
      ['"', ''],
    ];
    expect(readBlock(writeBlock(block))).toEqual(block);
  });

  it.each([
    ['1234.50', '1234.5'],
    [' ¥1,234.50 ', '1234.5'],
    ['１２３．５', '123.5'],
    ['007', '7'],
    ['.5', '0.5'],
    ['0', '0'],
    ['', null],
    ['-1', undefined],
    ['abc', undefined],
    ['1.23456', undefined],
    ['.', undefined],
  ])('reads %j as %j', (typed, value) => {
    expect(readDecimal(typed)).toBe(value);
  });

  it('knows the same number in two spellings', () => {
    expect(isSameDecimal('700', '700.00')).toBe(true);
    expect(isSameDecimal('700', null)).toBe(false);
    expect(isSameDecimal(null, null)).toBe(true);
  });
});
