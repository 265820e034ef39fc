import { describe, expect, it } from 'vitest';
import { priceHistoryChart, priceSeries } from './price-history';
import type { Price } from './product.queries';

const price = (validFrom: string, validTo: string | null, amount: string, tableName = '地销'): Price =>
  ({ tableName, unit: '吨', minQuantity: '0.000', price: amount, validFrom, validTo }) as Price;

describe('The history of a price', () => {
  const series = priceSeries([
    price('2026-03-01', null, '721'),
    price('2026-01-01', '2026-01-31', '690'),
    price('2026-02-01', '2026-02-28', '700'),
    price('2026-01-01', '2026-01-10', '900', '外运'),
  ]);

  it('goes step by step, and ends where no other price follows', () => {
    expect(series).toEqual([
      {
        name: '地销 / 吨',
        steps: [
          ['2026-03-01', 721],
          ['2026-01-01', 690],
          ['2026-02-01', 700],
        ].toSorted(),
      },
      {
        name: '外运 / 吨',
        steps: [
          ['2026-01-01', 900],
          ['2026-01-11', null],
        ],
      },
    ]);
  });

  it('dashes what is agreed and not yet in force', () => {
    const lines = priceHistoryChart(series, '2026-02-10').series as { lineStyle?: object; data: unknown[] }[];
    expect(lines.map(({ lineStyle }) => lineStyle)).toEqual([undefined, { type: 'dashed' }, undefined]);
    expect(lines[0]!.data.at(-1)).toEqual(['2026-02-10', 700]);
    expect(lines[1]!.data.slice(0, 2)).toEqual([
      ['2026-02-10', 700],
      ['2026-03-01', 721],
    ]);
  });
});
