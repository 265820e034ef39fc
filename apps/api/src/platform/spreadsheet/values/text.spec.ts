import { cleanCode, cleanText, parseBoolean } from '../cell-values.js';

describe('cleanText', () => {
  it('takes off blanks of every kind at the ends and invisible characters anywhere', () => {
    expect(cleanText('　\u200b 曾\u200b惠　\u00a0\ufeff')).toBe('曾惠');
  });
  it('keeps full-width signs and blanks within, since a name is written so', () => {
    expect(cleanText('ＡＢＣ　有限公司（上海）')).toBe('ＡＢＣ　有限公司（上海）');
  });
});

describe('cleanCode', () => {
  it('makes full-width letters, digits and signs plain', () => {
    expect(cleanCode('　ＡＢ－１２３＠ｑｑ．ｃｏｍ ')).toBe('AB-123@qq.com');
  });
  it('leaves ideographs and fractions alone, unlike NFKC', () => {
    expect(cleanCode('㈱½ 客户')).toBe('㈱½ 客户');
  });
});

describe('parseBoolean', () => {
  it.each(['是', 'TRUE', 'true', '1', 'Y', 'y', '１'])('%s is true', (text) => {
    expect(parseBoolean(text)).toEqual({ ok: true, value: true });
  });
  it.each(['否', 'FALSE', '0', 'N', ' n '])('%s is false', (text) => {
    expect(parseBoolean(text)).toEqual({ ok: true, value: false });
  });
  it('refuses anything else', () => {
    expect(parseBoolean('也许')).toEqual({ ok: false, code: 'boolean.unknown', params: { text: '也许' } });
    expect(parseBoolean(' ')).toMatchObject({ ok: false, code: 'empty' });
  });
});
