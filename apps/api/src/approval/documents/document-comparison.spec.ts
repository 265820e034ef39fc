import { compareRendered } from './document-comparison.js';
import type { RenderedDocument } from './rendered-document.js';

const label = { zh: '', en: '' };
const document = (limit: string, prices: Record<string, string>): RenderedDocument => ({
  sections: [
    { name: 'terms', label, fields: [{ name: 'limit', label, kind: 'money', value: limit }] },
    {
      name: 'lines',
      label,
      table: {
        columns: [{ name: 'price', label, kind: 'money' }],
        rows: Object.entries(prices).map(([key, value]) => ({ key, cells: [{ value }] })),
      },
    },
  ],
});

describe('Two versions', () => {
  it('differ in fields, and in rows that were changed, added and taken out', () => {
    const found = compareRendered(
      document('1', { coal: '690', coke: '900', gone: '5' }),
      document('2', { coal: '700', coke: '900', fresh: '8' }),
    );
    expect(
      found.map(({ section, field, row, before, after }) => [section, field, row, before, after]),
    ).toEqual([
      ['terms', 'limit', undefined, '1', '2'],
      ['lines', 'price', 'coal', '690', '700'],
      ['lines', 'price', 'fresh', null, '8'],
      ['lines', 'price', 'gone', '5', null],
    ]);
  });

  it('do not differ when they are the same', () => {
    expect(compareRendered(document('1', { coal: '690' }), document('1', { coal: '690' }))).toEqual([]);
  });
});
