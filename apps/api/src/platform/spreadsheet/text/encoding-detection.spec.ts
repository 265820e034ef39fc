import iconv from 'iconv-lite';
import { tableOf, cellsOf, removeFiles } from '../fixtures/table-files.js';
import { UnknownEncodingError } from '../index.js';
import { detectEncoding } from './encoding-detection.js';

afterAll(removeFiles);

const SIMPLIFIED = '客户名称,城市,电话\n上海聚客贸易有限公司,上海,021-5555\n杭州西湖食品厂,杭州,0571-1234\n';
const TRADITIONAL = '客戶名稱,城市,電話\n台北聯合貿易股份有限公司,台北,02-5555\n高雄食品廠,高雄,07-1234\n';
const WESTERN = 'name,city\nCafé Müller,Köln\nJosé Núñez,Málaga\n';

describe('detectEncoding', () => {
  it.each([
    ['utf-8', SIMPLIFIED],
    ['utf-8', TRADITIONAL],
    ['utf-8', WESTERN],
    ['gb18030', SIMPLIFIED],
    ['big5', TRADITIONAL],
    ['utf-16le', SIMPLIFIED],
    ['utf-16be', SIMPLIFIED],
    ['utf-16le', TRADITIONAL],
    ['utf-16le', WESTERN],
    ['utf-16be', 'plain,ascii\n1,2\n'],
    ['windows-1252', WESTERN],
  ])('%s: %s', (encoding, text) => {
    const [best] = detectEncoding([iconv.encode(text, encoding)]);
    expect(best?.name).toBe(encoding);
    expect(best?.confidence).toBeGreaterThan(0.9);
  });

  it.each([
    ['gb18030', '姓名\n张三\n'],
    ['gb18030', '城市\n北京\n'],
    ['gb18030', '联通'],
    ['gb18030', '曾惠'],
    ['big5', '姓名\n張三\n'],
    ['big5', '城市\n臺北\n'],
    ['big5', '聯絡電話'],
    ['utf-8', '姓名\n张三\n'],
    ['utf-16le', '姓名,城市\r\n'],
    ['utf-16be', '姓名,城市\r\n'],
    ['windows-1252', 'a\ncafé\n'],
    ['windows-1252', 'Müller'],
  ])('a few characters are enough: %s %s', (encoding, text) => {
    expect(detectEncoding([iconv.encode(text, encoding)])[0]?.name).toBe(encoding);
  });

  it('a byte order mark settles it', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be']) {
      const bytes = iconv.encode('a,b', encoding, { addBOM: true });
      expect(detectEncoding([bytes])).toEqual([{ name: encoding, confidence: 1 }]);
    }
  });

  it('looks beyond a head of plain ASCII', () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `${i},plain`).join('\n');
    const bytes = iconv.encode(`${lines}\n1,曾惠\n2,许安\n${lines}\n3,上海贸易公司\n`, 'gb18030');
    const windows = [bytes.subarray(0, 65_536), bytes.subarray(-65_536)];
    expect(detectEncoding(windows)[0]?.name).toBe('gb18030');
  });

  it('offers the others in order, and confidences add up to at most 1', () => {
    const guesses = detectEncoding([iconv.encode('姓名\n張三\n', 'big5')]);
    expect(guesses.map(({ name }) => name)).toContain('gb18030');
    const sum = guesses.reduce((total, { confidence }) => total + confidence, 0);
    expect(sum).toBeLessThanOrEqual(1.001);
    expect(guesses.map(({ confidence }) => confidence)).toEqual(
      guesses.map(({ confidence }) => confidence).sort((a, b) => b - a),
    );
  });
});

describe('The encoding of a table', () => {
  it.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])('%s is read in full', async (encoding) => {
    const table = await tableOf(iconv.encode(SIMPLIFIED, encoding));
    expect(await cellsOf(table)).toEqual([
      ['上海聚客贸易有限公司', '上海', '021-5555'],
      ['杭州西湖食品厂', '杭州', '0571-1234'],
    ]);
  });

  it('characters outside the GBK of old, four bytes each, are read', async () => {
    const text = `客户名称,城市\n𠮷野家餐饮公司,上海\n㐀客户,北京\n`;
    const table = await tableOf(iconv.encode(text, 'gb18030'));
    expect(table.encoding?.name).toBe('gb18030');
    expect((await cellsOf(table))[0]?.[0]).toBe('𠮷野家餐饮公司');
  });

  it('characters cut by the chunks of a large file are put together', async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => `${'客'.repeat(i % 7)}户${i},上海\n`).join('');
    const rows = await cellsOf(await tableOf(iconv.encode(`名称,城市\n${lines}`, 'gb18030')));
    expect(rows).toHaveLength(60_000);
    expect(rows.every(([name], i) => name === `${'客'.repeat(i % 7)}户${i}`)).toBe(true);
  });

  it('a person may choose; what cannot be decoded then is a problem of its row', async () => {
    const bytes = iconv.encode(SIMPLIFIED, 'gb18030');
    const table = await tableOf(bytes, { encoding: 'utf-8' });
    expect(table.encoding?.name).toBe('utf-8');
    expect(table.encoding?.alternatives[0]?.name).toBe('gb18030');
    for await (const row of table.rows()) expect(row.problem?.code).toBe('undecodable');
  });

  it('refuses an encoding nobody knows', async () => {
    await expect(tableOf('a,b\n', { encoding: 'klingon' })).rejects.toThrow(UnknownEncodingError);
  });
});
