import { describe, expect, it } from 'vitest';
import { sheetsOf } from './import-sheets';
import type { Import } from './import-types';

const record = {
  id: 'a',
  state: 'draft',
  source: {
    sheet: '客户',
    sheets: [
      { name: '客户', hidden: false },
      { name: '联系人', hidden: false },
      { name: '说明', hidden: true },
    ],
  },
} as unknown as Import;

describe('the sheets of a workbook', () => {
  it('are those one can see, and say which is done', () => {
    expect(
      sheetsOf(record, [
        { id: 'c', sheet: '联系人', state: 'draft' },
        { id: 'b', sheet: '联系人', state: 'done' },
        { id: 'a', sheet: '客户', state: 'draft' },
      ]),
    ).toEqual([
      { name: '客户', importId: 'a', isCurrent: true, isDone: false },
      { name: '联系人', importId: 'b', isCurrent: false, isDone: true },
    ]);
  });

  it('are begun when nobody did', () => {
    expect(sheetsOf(record, [])[1]).toMatchObject({ name: '联系人', importId: undefined, isDone: false });
  });
});
