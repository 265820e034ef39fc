import { removeFiles, rowsOf, tableOf } from '../fixtures/table-files.js';
import { NotATableFileError } from '../index.js';

afterAll(removeFiles);

describe('JSON lines', () => {
  it('the union of keys is the header, values become texts', async () => {
    const lines = [
      '{"name":"曾惠","amount":129.696,"ok":true}',
      '{"name":"许安","tags":["a","b"],"none":null,"big":1e21}',
      '',
      'not json',
    ];
    const table = await tableOf(lines.join('\n'));
    expect(table).toMatchObject({ format: 'jsonl', headerRow: 'none' });
    expect(table.headers.map(({ id }) => id)).toEqual(['name', 'amount', 'ok', 'tags', 'none', 'big']);
    expect(await rowsOf(table)).toEqual([
      { line: 1, cells: ['曾惠', '129.696', 'TRUE', '', '', ''] },
      { line: 2, cells: ['许安', '', '', '["a","b"]', '', '1000000000000000000000'] },
      { line: 4, cells: ['not json', '', '', '', '', ''], problem: { code: 'malformed-json', params: {} } },
    ]);
  });

  it('a key that first appears after 200 lines is reported, not lost', async () => {
    const lines = Array.from({ length: 205 }, (_, i) => (i === 204 ? '{"a":1,"b":2}' : `{"a":${i}}`));
    const rows = await rowsOf(await tableOf(lines.join('\r\n')));
    expect(rows).toHaveLength(205);
    expect(rows[204]?.problem).toEqual({ code: 'cell-without-header', params: { column: 'b' } });
  });

  it('JSON that is no list of lines is refused in words, a record nested without end costs its row', async () => {
    for (const text of ['[{"a":1},{"a":2}]', JSON.stringify([{ a: 1 }, { a: 2 }], null, 2), '{\n  "a": 1\n}'])
      await expect(tableOf(text, undefined, 'json')).rejects.toThrow(NotATableFileError);
    const deep = `{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    const rows = await rowsOf(await tableOf(`{"a":1}\n${deep}\n`));
    expect(rows.map(({ problem }) => problem?.code)).toEqual([undefined, 'malformed-json']);
  });

  it('a CSV with JSON in its cells is still a CSV', async () => {
    const table = await tokenTable();
    expect(table.format).toBe('csv');
  });
});

const tokenTable = () => tableOf('key,val\n1,"{""type"": ""Point""}"\n');
