import { demoCustomers } from './demo-books.js';
import { Random } from './random.js';

const TODAY = new Date('2026-11-22T00:00:00Z');

describe('Demo books', () => {
  const customers = demoCustomers(new Random(1), TODAY);

  it('are the same for the same seed and day', () => {
    expect(demoCustomers(new Random(1), TODAY)).toEqual(customers);
    expect(demoCustomers(new Random(2), TODAY)).not.toEqual(customers);
  });

  it('hold buyers, prospects, and some who have left', () => {
    const orders = customers.flatMap((customer) => customer.orders);
    expect(orders.length).toBeGreaterThan(2_000);
    expect(new Set(orders.map(({ number }) => number)).size).toBe(orders.length);
    expect(orders.every(({ orderedOn }) => orderedOn >= '2024-01-01' && orderedOn <= '2026-11-22')).toBe(
      true,
    );
    expect(customers.some(({ stage }) => stage === 'potential')).toBe(true);
    const left = customers.filter(
      ({ orders: own }) => own.length > 3 && own.at(-1)!.orderedOn < '2026-08-01',
    );
    expect(left.length).toBeGreaterThan(10);
  });

  it('have amounts in whole fen', () => {
    const lines = customers.flatMap(({ orders }) => orders).flatMap((order) => order.lines);
    expect(lines.every(({ sales, cost }) => /^\d+\.\d\d$/.test(sales) && /^\d+\.\d\d$/.test(cost))).toBe(
      true,
    );
  });
});
