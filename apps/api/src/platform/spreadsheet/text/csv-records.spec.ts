import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { cellsOf, recordsOf, removeFiles, rowsOf, tableOf } from '../fixtures/table-files.js';
import { RecordTooLongError, TooManyColumnsError } from '../index.js';
import { csvRecords } from './csv-records.js';

afterAll(removeFiles);

const SPECTRUM = '../../../shared/data/csv-spectrum';
const CASES = [
  'comma_in_quotes',
  'empty',
  'empty_crlf',
  'escaped_quotes',
  'json',
  'newlines',
  'newlines_crlf',
  'quotes_and_newlines',
  'simple',
  'simple_crlf',
  'utf8',
  'location_coordinates',
];

describe('csv-spectrum (../shared/data, skipped where absent)', () => {
  for (const name of CASES) {
    (existsSync(SPECTRUM) ? it : it.skip)(name, async () => {
      const content = await readFile(`${SPECTRUM}/${name}.csv`, 'utf8');
      // A checkout may have taken the CRs away that the expected file counts on.
      const table = await tableOf(name.endsWith('_crlf') ? content.replace(/\r?\n/g, '\r\n') : content);
      const expected = JSON.parse(await readFile(`${SPECTRUM}/${name}.json`, 'utf8')) as unknown;
      const records = await recordsOf(table);
      if (name === 'location_coordinates') {
        // The expected file is one object and has another phone number than its CSV.
        expect(records[0]).toMatchObject({ 'Location Coordinates': '37\ufffd36\'37.8"N 121\ufffd2\'17.9"W' });
      } else {
        expect(records).toEqual(expected);
      }
      expect((await rowsOf(table)).every((row) => !row.problem)).toBe(true);
    });
  }
});

describe('Delimiters and line ends', () => {
  for (const delimiter of [',', ';', '\t', '|']) {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      it(`${JSON.stringify(delimiter)} with ${JSON.stringify(lineEnd)}`, async () => {
        const lines = [
          ['a', 'b', 'c'],
          ['1', '"x\n\ny"', '3'],
          ['', '', ''],
          ['4', '5', '6'],
        ];
        const table = await tableOf(lines.map((cells) => cells.join(delimiter)).join(lineEnd));
        expect(table.delimiter).toBe(delimiter);
        expect((await rowsOf(table)).map(({ line, cells }) => [line, cells])).toEqual([
          [2, ['1', 'x\n\ny', '3']],
          [6, ['4', '5', '6']],
        ]);
      });
    }
  }

  it('a decimal comma does not make a comma file', async () => {
    const table = await tableOf('名称;单价;折扣\nA;1,5;0,1\nB;2,5;0,2\n');
    expect(table.delimiter).toBe(';');
  });

  it("Excel's sep= line decides and is no row", async () => {
    const table = await tableOf('sep=|\na|b,c\n1|2,3\n');
    expect(table).toMatchObject({ delimiter: '|', headerRow: 2 });
    expect(await recordsOf(table)).toEqual([{ a: '1', 'b,c': '2,3' }]);
  });

  it('a person may choose', async () => {
    const table = await tableOf('a,b;c\n1,2;3\n', { delimiter: ';' });
    expect(await recordsOf(table)).toEqual([{ 'a,b': '1,2', c: '3' }]);
  });

  it('a single column has no delimiter', async () => {
    expect(await cellsOf(await tableOf('客户\n曾惠\n许安\n'))).toEqual([['曾惠'], ['许安']]);
  });
});

describe('Stray quotes cost one row, not the rest of the file', () => {
  it('a quote that is never closed', async () => {
    const rows = await rowsOf(await tableOf('a,b\n1,"x\n2,y\n3,z\n'));
    expect(rows).toEqual([
      { line: 2, cells: ['1', '"x'], problem: { code: 'quote-not-closed', params: {} } },
      { line: 3, cells: ['2', 'y'] },
      { line: 4, cells: ['3', 'z'] },
    ]);
  });

  it('a quote closed only by the opening one of a later row', async () => {
    const rows = await rowsOf(await tableOf('a,b\n1,"x\n2,"y"\n3,z\n'));
    expect(rows.map((row) => row.problem?.code)).toEqual(['malformed-quotes', undefined, undefined]);
    expect(rows.map((row) => row.cells[1])).toEqual(['"x', 'y', 'z']);
  });

  it('quotes not doubled within a cell: read as meant, and reported', async () => {
    const rows = await rowsOf(await tableOf('a,b\n1,"the "best" one"\n2,y\n'));
    expect(rows[0]).toEqual({
      line: 2,
      cells: ['1', 'the "best" one'],
      problem: { code: 'malformed-quotes', params: {} },
    });
    expect(rows[1]?.problem).toBeUndefined();
  });

  it('inches are no quotes', async () => {
    expect(await rowsOf(await tableOf('a,b\n24" monitor,1\n'))).toEqual([
      { line: 2, cells: ['24" monitor', '1'] },
    ]);
  });

  it('an open quote in a large file is given up after a megabyte', async () => {
    const tail = Array.from({ length: 100_000 }, (_, i) => `${i},plain text of a row\n`).join('');
    const rows = await rowsOf(await tableOf(`a,b\n1,"open\n${tail}`));
    expect(rows).toHaveLength(100_001);
    expect(rows[0]?.problem?.code).toBe('quote-not-closed');
    expect(rows.filter((row) => row.problem)).toHaveLength(1);
  }, 20_000);
});

describe('Rows that do not fit', () => {
  it('short rows are filled up with a note, long ones are a problem only when they hold something', async () => {
    const table = await tableOf('a,b,c\n1\n1,2,3,,\n1,2,3,4\n');
    expect(table.notes).toContainEqual({ code: 'short-rows', params: { count: 1, line: 2 } });
    expect(await rowsOf(table)).toEqual([
      { line: 2, cells: ['1', '', ''] },
      { line: 3, cells: ['1', '2', '3'] },
      {
        line: 4,
        cells: ['1', '2', '3'],
        problem: { code: 'row-too-long', params: { cells: 4, expected: 3 } },
      },
    ]);
  });

  it('empty columns are dropped, a blank header above content is named by its letter', async () => {
    const table = await tableOf('a,,b,,c,,,\n1,,2,x,3,,,\n');
    expect(table.headers.map(({ id, column }) => [id, column])).toEqual([
      ['a', 0],
      ['b', 2],
      ['D', 3],
      ['c', 4],
    ]);
    expect(table.notes).toContainEqual({ code: 'blank-headers', params: { columns: ['D'] } });
    expect(await cellsOf(table)).toEqual([['1', '2', 'x', '3']]);
  });

  it('headers that repeat are told apart', async () => {
    const table = await tableOf('城市,城市,城市 (2),城市\n1,2,3,4\n');
    expect(table.headers.map(({ id }) => id)).toEqual(['城市', '城市 (3)', '城市 (2)', '城市 (4)']);
    expect(table.notes).toContainEqual({ code: 'duplicate-headers', params: { labels: ['城市'] } });
  });

  it('a cell beyond the limit is cut and reported', async () => {
    const [row] = await rowsOf(await tableOf(`a,b\n1,${'x'.repeat(50)}\n`, { maxCellLength: 10 }));
    expect(row?.cells[1]).toHaveLength(10);
    expect(row?.problem).toEqual({ code: 'cell-too-long', params: { column: 'b', length: 50, limit: 10 } });
  });

  it('5,000 columns are refused', async () => {
    await expect(tableOf(`${Array.from({ length: 5000 }, (_, i) => `c${i}`).join(',')}\n`)).rejects.toThrow(
      TooManyColumnsError,
    );
  });

  it('a line without end is refused', async () => {
    await expect(tableOf(`a,b\n${'x'.repeat(3_000_000)},1\n`)).rejects.toThrow(RecordTooLongError);
  });
});

describe('What spreadsheets and other programs leave behind', () => {
  it('="001" is the text 001, and a formula stays one', async () => {
    const table = await tableOf('编号,账号,公式\n="001","=""6222021102012345678""",=A1\n');
    expect(await cellsOf(table)).toEqual([['001', '6222021102012345678', '=A1']]);
  });

  it('the sums at the foot of a list are no row of it, whatever column names them', async () => {
    const table = await tableOf(
      '序号,客户,金额,备注\n1,甲,5,\n合 计：,,14.2万,\n,总计,9,\n2,合计公司,3,老\n小计,乙,1,有\n',
    );
    const rows = await rowsOf(table);
    expect(rows.map(({ line, problem }) => [line, problem?.code])).toEqual([
      [2, undefined],
      [3, 'total-row'],
      [4, 'total-row'],
      [5, undefined],
      [6, undefined],
    ]);
  });

  it('NUL and half a surrogate pair cost their row, not the file, also in a header', async () => {
    const table = await tableOf('a\0,b\n1\0,2\n3,4\n');
    expect(table.headers.map(({ id }) => id)).toEqual(['a\ufffd', 'b']);
    expect(await rowsOf(table)).toEqual([
      {
        line: 2,
        cells: ['1\ufffd', '2'],
        problem: { code: 'forbidden-character', params: { column: 'a\ufffd' } },
      },
      { line: 3, cells: ['3', '4'] },
    ]);
    const lines = await tableOf('{"a":"\\ud800"}\n{"a":"ok"}\n', undefined, 'jsonl');
    expect((await rowsOf(lines)).map(({ problem }) => problem?.code)).toEqual([
      'forbidden-character',
      undefined,
    ]);
  });
});

describe('csvRecords', () => {
  it.each([
    ['stray quotes', '"a\n'],
    ['quotes doubled at the beginning', '""a\n'],
    ['quotes in the second column', 'x,"a\n'],
  ])('takes a hundred thousand lines of %s line by line, in no more time than others', async (_, line) => {
    async function* chunks() {
      for (let i = 0; i < 10; i += 1) yield line.repeat(10_000);
    }
    let lines = 0;
    for await (const { line: at, problem } of csvRecords(chunks(), { delimiter: ',', skipLines: 0 })) {
      lines += 1;
      if (at !== lines || !problem) throw new Error(`Line ${at} was read as the ${lines}th.`);
    }
    expect(lines).toBe(100_000);
  });

  it('finds the end of a cell whatever quotes stand before it', async () => {
    const text = '"a\n""b\n""""c",1\n"d""\ne",2\n"f"g\n"h",3\n"""",4\n"i\n';
    const rows: unknown[] = [];
    async function* chunks() {
      yield text;
    }
    for await (const { line, cells, problem } of csvRecords(chunks(), { delimiter: ',', skipLines: 0 }))
      rows.push([line, cells, problem?.code]);
    expect(rows).toEqual([
      [1, ['a\n"b\n""c', '1'], undefined],
      [4, ['d"\ne', '2'], undefined],
      [6, ['"f"g'], 'malformed-quotes'],
      [7, ['h', '3'], undefined],
      [8, ['"', '4'], undefined],
      [9, ['"i'], 'quote-not-closed'],
    ]);
  });

  it('gives the same however the text is cut into chunks', async () => {
    const text = 'a,b\r\n"x ""y"" z","1\r\n2"\r\n\r\n3,"4"\r5,6\n';
    const read = async (size: number) => {
      async function* chunks() {
        for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size);
      }
      const rows: unknown[] = [];
      for await (const row of csvRecords(chunks(), { delimiter: ',', skipLines: 0 })) rows.push(row);
      return rows;
    };
    const whole = await read(text.length);
    expect(whole).toHaveLength(5);
    for (let size = 1; size < 12; size++) expect(await read(size)).toEqual(whole);
  });
});
