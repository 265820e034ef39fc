import type { DemoCustomer } from './demo-books.js';
import type { Random } from './random.js';

const DAY_MS = 86_400_000;
const SUBJECTS = {
  visit: ['送样品', '年度价格面谈', '看库存、补货', '回访到货情况', '催收货款'],
  call: ['电话回访', '确认下月用量', '约见新采购经理'],
  meeting: ['技术交流会', '合同条款讨论'],
} as const;
const KINDS = ['visit', 'visit', 'visit', 'call', 'call', 'meeting'] as const;

export interface DemoAppointment {
  readonly customer: string;
  readonly kind: string;
  readonly subject: string;
  readonly startsAt: string;
  readonly minutes: number;
}

/** What is planned for the next two weeks, on working days and in working hours. */
export function demoAppointments(
  random: Random,
  today: Date,
  customers: readonly DemoCustomer[],
): DemoAppointment[] {
  return customers
    .filter(() => random.chance(0.35))
    .flatMap(({ number }): DemoAppointment[] => {
      const kind = random.pick(KINDS);
      const day = new Date(today.getTime() + random.between(0, 14) * DAY_MS);
      const [hour, minute] = [random.between(1, 8), random.pick(['00', '30'])];
      const startsAt = `${day.toISOString().slice(0, 10)}T0${hour}:${minute}:00.000Z`;
      const planned = { customer: number, kind, subject: random.pick(SUBJECTS[kind]), startsAt };
      const minutes = kind === 'call' ? 30 : random.pick([60, 60, 90, 120]);
      const isFree = [0, 6].includes(day.getUTCDay()) || Date.parse(startsAt) < today.getTime();
      return isFree ? [] : [{ ...planned, minutes }];
    });
}

export const APPOINTMENTS = `
  insert into appointments (customer_id, contact_id, kind, subject, starts_at, ends_at, remind_minutes, owner_id, department_id, created_by)
  select c.id, k.id, d.kind, d.subject, d."startsAt", d."startsAt" + make_interval(mins => d.minutes), 30, c.owner_id, c.department_id, c.owner_id
    from jsonb_to_recordset($1::jsonb) as d(customer text, kind text, subject text, "startsAt" timestamptz, minutes int)
    join customers c on c.number = d.customer and c.deleted_at is null left join contacts k on k.customer_id = c.id and k.is_primary
   where c.owner_id is not null`;
