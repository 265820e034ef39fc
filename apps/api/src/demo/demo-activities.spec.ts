import { demoActivities, demoTasks } from './demo-activities.js';
import { demoCustomers } from './demo-books.js';
import { Random } from './random.js';

const TODAY = new Date('2026-06-01T04:00:00Z');

describe('Activities and tasks of the demo company', () => {
  const customers = demoCustomers(new Random(1), TODAY);

  it('are the same each time, and none lies in the future', () => {
    const made = demoActivities(new Random(2), TODAY, customers);
    expect(made).toEqual(demoActivities(new Random(2), TODAY, customers));
    expect(made.length).toBeGreaterThan(customers.length * 2);
    expect(made.every(({ occurredAt }) => Date.parse(occurredAt) <= TODAY.getTime())).toBe(true);
    expect(made.some(({ nextStepOn }) => nextStepOn !== null)).toBe(true);
  });

  it('leave some tasks open and some overdue', () => {
    const tasks = demoTasks(new Random(3), TODAY, customers);
    const open = tasks.filter(({ doneAt }) => doneAt === null);
    expect(open.length).toBeGreaterThan(10);
    expect(open.some(({ dueOn }) => dueOn < '2026-06-01')).toBe(true);
  });
});
