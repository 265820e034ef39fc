import { describe, expect, it } from 'vitest';
import type { DailyFact, DailyFacts } from './daily-report.queries';
import { draftText } from './draft-text';

const fact = (fields: Partial<DailyFact>): DailyFact => ({
  resource: 'activity',
  recordId: '1',
  what: null,
  title: null,
  text: null,
  next: null,
  customerId: null,
  customerName: null,
  stageZh: null,
  stageEn: null,
  at: null,
  on: null,
  ...fields,
});
const section = (...items: DailyFact[]) => ({ total: items.length, items });
const words = { kindOf: (kind: string) => `<${kind}>`, stageOf: () => '报价', done: '完成' };

describe('The day in lines', () => {
  it('names what was done and with whom, and what comes next', () => {
    const facts: DailyFacts = {
      activities: section(
        fact({ what: 'visit', customerName: '融氏', text: '谈价格' }),
        fact({ what: 'note' }),
      ),
      dealMoves: section(fact({ resource: 'opportunity', title: '年度采购' })),
      newCustomers: section(),
      tasksDone: section(fact({ resource: 'task', title: '寄样品' })),
      tasksOverdue: section(),
      planned: section(
        fact({ resource: 'task', title: '报价', customerName: '融氏' }),
        fact({ resource: 'customer', title: '佳禾', text: '回访' }),
      ),
    };
    expect(draftText(facts, words)).toEqual({
      content: '• <visit> 融氏 – 谈价格\n• <note>\n• 年度采购 → 报价\n• 完成 寄样品',
      plan: '• 报价 – 融氏\n• 佳禾：回访',
    });
  });

  it('is empty where nothing is known, or deals are not to be seen', () => {
    const none = section();
    const facts = {
      activities: none,
      dealMoves: null,
      newCustomers: none,
      tasksDone: none,
      tasksOverdue: none,
      planned: none,
    };
    expect(draftText(facts, words)).toEqual({ content: '', plan: '' });
  });
});
