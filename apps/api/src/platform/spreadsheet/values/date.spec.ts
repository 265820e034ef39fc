import { type DateOptions, parseDate, parseDateTime } from '../cell-values.js';

describe('parseDate', () => {
  it.each<[string, string, DateOptions?]>([
    ['2017/4/27', '2017-04-27'],
    ['2017-04-27', '2017-04-27'],
    ['2017.4.27', '2017-04-27'],
    ['20170427', '2017-04-27'],
    ['2017年4月27日', '2017-04-27'],
    ['2017 年 4 月 27 日', '2017-04-27'],
    ['２０１７年４月２７日', '2017-04-27'],
    ['2017年4月27日 星期四', '2017-04-27'],
    ['2017-04-27T08:30:00', '2017-04-27'],
    ['2017/4/27 8:30', '2017-04-27'],
    ['2016-02-29', '2016-02-29'],
    ['42852', '2017-04-27', { serial: '1900' }],
    ['41390', '2017-04-27', { serial: '1904' }],
    ['20170427', '2017-04-27', {}],
  ])('%s → %s', (text, value, options = {}) => {
    expect(parseDate(text, options)).toEqual({ ok: true, value });
  });

  it.each<[string, string, DateOptions?]>([
    ['', 'empty'],
    ['2017-02-30', 'date.impossible'],
    ['2017-02-29', 'date.impossible'],
    ['2017-13-01', 'date.impossible'],
    ['2017/0/1', 'date.impossible'],
    ['20170230', 'date.impossible'],
    ['2017-04-27 25:00', 'date.impossible'],
    ['17/4/27', 'date.two-digit-year'],
    ['17年4月27日', 'date.two-digit-year'],
    ['03/04/2017', 'date.ambiguous-order'],
    ['27.4.2017', 'date.ambiguous-order'],
    ['42852', 'date.unknown-format'],
    ['2017-04', 'date.unknown-format'],
    ['2017/4-27', 'date.unknown-format'],
    ['yesterday', 'date.unknown-format'],
    ['2017-04-27 later', 'date.unknown-format'],
    ['60', 'date.impossible', { serial: '1900' }],
    ['9999999', 'date.impossible', { serial: '1900' }],
  ])('refuses %s: %s', (text, code, options = {}) => {
    expect(parseDate(text, options)).toMatchObject({ ok: false, code });
  });
});

describe('parseDateTime', () => {
  it.each<[string, string, DateOptions?]>([
    ['2017-04-27', '2017-04-27T00:00:00'],
    ['2017/4/27 8:05', '2017-04-27T08:05:00'],
    ['2017-04-27T08:05:30.123Z', '2017-04-27T08:05:30'],
    ['2017年4月27日 下午3:05', '2017-04-27T15:05:00'],
    ['2017年4月27日 15时05分30秒', '2017-04-27T15:05:30'],
    ['2017/4/27 12:10 AM', '2017-04-27T00:10:00'],
    ['42852.75', '2017-04-27T18:00:00', { serial: '1900' }],
  ])('%s → %s', (text, value, options = {}) => {
    expect(parseDateTime(text, options)).toEqual({ ok: true, value });
  });
});
