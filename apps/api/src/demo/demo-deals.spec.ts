import { demoCustomers } from './demo-books.js';
import { demoDeals } from './demo-deals.js';
import { Random } from './random.js';

const TODAY = new Date('2026-11-22T00:00:00Z');

describe('Demo deals', () => {
  const customers = demoCustomers(new Random(1), TODAY);
  const deals = demoDeals(new Random(2), TODAY, customers);

  it('are the same for the same seed and day', () => {
    expect(demoDeals(new Random(2), TODAY, customers)).toEqual(deals);
  });

  it('are open, won and lost, in every stage, and begin before they end', () => {
    const count = (end: string) => deals.filter((deal) => deal.end === end).length;
    expect(Math.min(count('open'), count('won'), count('lost'))).toBeGreaterThan(40);
    expect(new Set(deals.map(({ stage }) => stage))).toEqual(new Set([1, 2, 3, 4]));
    expect(deals.every(({ engagedOn, since }) => engagedOn <= since && since <= '2026-11-22')).toBe(true);
    expect(
      deals.every(({ engagedOn, expectedCloseOn }) => !expectedCloseOn || expectedCloseOn >= engagedOn),
    ).toBe(true);
    expect(deals.every(({ end, lossReason }) => (end === 'lost') === (lossReason !== null))).toBe(true);
  });
});
