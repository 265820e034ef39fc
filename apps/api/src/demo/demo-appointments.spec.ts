import { demoAppointments } from './demo-appointments.js';
import { demoCustomers } from './demo-books.js';
import { Random } from './random.js';

const TODAY = new Date('2026-06-01T04:00:00Z');

describe('Appointments of the demo company', () => {
  it('are the same each time, still to come, and on working days', () => {
    const customers = demoCustomers(new Random(1), TODAY);
    const made = demoAppointments(new Random(4), TODAY, customers);
    expect(made).toEqual(demoAppointments(new Random(4), TODAY, customers));
    expect(made.length).toBeGreaterThan(10);
    for (const { startsAt } of made) {
      expect(Date.parse(startsAt)).toBeGreaterThanOrEqual(TODAY.getTime());
      expect([0, 6]).not.toContain(new Date(startsAt).getUTCDay());
    }
  });
});
