import { describe, expect, it } from 'vitest';
import { linesOf, readPasted } from './pasted-lines';

const product = (id: string, code: string) => ({ id, code, name: code, unit: '吨' });
const known = new Map([
  ['MT-1', [product('p1', 'MT-1')]],
  ['MT-2', [product('p2', 'MT-2'), product('p3', 'MT-2')]],
  ['MT-3', [product('p4', 'MT-3')]],
]);

describe('Pasted prices', () => {
  it('are read by code, below a heading', () => {
    expect(
      readPasted('产品编号\t新价\r\nMT-1\t¥1,180.50\t1,100\r\n\r\n').map(({ at, code }) => [at, code]),
    ).toEqual([[2, 'MT-1']]);
  });

  it('go in where they are clear, and say what is wrong with the others', () => {
    const pasted = readPasted(
      'MT-1\t1,180.50\t1,100\nMT-2\t5\nMT-9\t5\nMT-3\tx\nMT-1\t7\nMT-3\t5\t9\nMT-3\t5',
    );
    const { lines, problems } = linesOf(pasted, known, 't');
    expect(lines).toEqual([
      { tableId: 't', productId: 'p1', price: '1180.5', floorPrice: '1100' },
      { tableId: 't', productId: 'p4', price: '5', floorPrice: null },
    ]);
    expect(problems.map(({ line, problem }) => [line.at, problem])).toEqual([
      [2, 'ambiguous'],
      [3, 'unknown'],
      [4, 'price'],
      [5, 'twice'],
      [6, 'floor'],
    ]);
  });
});
