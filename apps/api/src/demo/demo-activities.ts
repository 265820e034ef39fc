import type { DemoCustomer } from './demo-books.js';
import type { Random } from './random.js';

const DAY_MS = 86_400_000;
const KINDS = ['call', 'call', 'call', 'visit', 'visit', 'meeting', 'e-mail', 'note'] as const;
const CONTENTS: Readonly<Record<(typeof KINDS)[number], readonly string[]>> = {
  call: [
    '确认下月用量，客户希望价格再谈',
    '回访到货情况，质量满意',
    '催收货款，答应月底前付',
    '新采购经理上任，约见面',
  ],
  visit: ['拜访采购部，了解年度计划', '参观车间，看了库存，约还有两周用量', '与总经理面谈长期协议'],
  meeting: ['讨论合同条款，账期希望延长', '技术交流会，客户关心指标稳定性'],
  'e-mail': ['发送最新报价单', '发送检测报告和资质文件'],
  note: ['竞争对手近期在压价，注意维护', '客户计划明年扩产'],
};
const NEXT_STEPS = ['寄样品', '报价', '安排拜访', '确认合同', '电话回访', '对账'];
const TASKS = [
  '准备报价单',
  '寄样品',
  '整理对账单',
  '预约拜访',
  '更新联系人',
  '跟进合同盖章',
  '确认发货时间',
];

export interface DemoActivity {
  readonly customer: string;
  readonly kind: string;
  readonly content: string;
  readonly occurredAt: string;
  readonly minutes: number | null;
  readonly nextStep: string | null;
  readonly nextStepOn: string | null;
}

export interface DemoTask {
  readonly customer: string;
  readonly title: string;
  readonly priority: string;
  readonly dueOn: string;
  readonly doneAt: string | null;
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Follow-ups of the last months; the latest of a customer may say what is next. */
export function demoActivities(
  random: Random,
  today: Date,
  customers: readonly DemoCustomer[],
): DemoActivity[] {
  return customers.flatMap(({ number }) => {
    let days = random.between(1, 30);
    return Array.from({ length: random.between(2, 7) }, (_, index): DemoActivity => {
      const kind = random.pick(KINDS);
      const hour = random.between(1, 9);
      const at = Date.parse(
        `${isoDay(today.getTime() - days * DAY_MS)}T0${hour}:${random.pick(['00', '20', '40'])}:00Z`,
      );
      days += random.between(5, 40);
      const hasNext = index === 0 && random.chance(0.6);
      return {
        customer: number,
        kind,
        content: random.pick(CONTENTS[kind]),
        occurredAt: new Date(Math.min(at, today.getTime())).toISOString(),
        minutes: kind === 'note' || kind === 'e-mail' ? null : random.pick([10, 20, 30, 60, 90]),
        nextStep: hasNext ? random.pick(NEXT_STEPS) : null,
        nextStepOn: hasNext ? isoDay(today.getTime() + random.between(-4, 20) * DAY_MS) : null,
      };
    });
  });
}

export function demoTasks(random: Random, today: Date, customers: readonly DemoCustomer[]): DemoTask[] {
  return customers
    .filter(() => random.chance(0.35))
    .map(({ number }): DemoTask => {
      const due = today.getTime() + random.between(-12, 15) * DAY_MS;
      const isDone = due < today.getTime() && random.chance(0.7);
      return {
        customer: number,
        title: random.pick(TASKS),
        priority: random.pick(['low', 'normal', 'normal', 'high']),
        dueOn: isoDay(due),
        doneAt: isDone ? new Date(due).toISOString() : null,
      };
    });
}

export const ACTIVITIES = `
  insert into activities (customer_id, contact_id, kind, content, occurred_at, duration_minutes, next_step, next_step_on, owner_id, department_id)
  select c.id, k.id, d.kind, d.content, d."occurredAt", d.minutes, d."nextStep", d."nextStepOn", c.owner_id, c.department_id
    from jsonb_to_recordset($1::jsonb) as d(customer text, kind text, content text, "occurredAt" timestamptz, minutes int, "nextStep" text, "nextStepOn" date)
    join customers c on c.number = d.customer and c.deleted_at is null left join contacts k on k.customer_id = c.id and k.is_primary`;
export const TASKS_OF_CUSTOMERS = `
  insert into tasks (customer_id, title, priority, due_on, done_at, owner_id, department_id, created_by)
  select c.id, d.title, d.priority, d."dueOn", d."doneAt", c.owner_id, c.department_id, c.owner_id
    from jsonb_to_recordset($1::jsonb) as d(customer text, title text, priority text, "dueOn" date, "doneAt" timestamptz)
    join customers c on c.number = d.customer and c.deleted_at is null`;
