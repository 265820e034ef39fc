import { SYSTEM_ACTOR } from '../platform/auth/actor.js';
import { onCompanyClock } from '../platform/clock/company-time.js';
import { Parameters } from '../platform/lists/list-sql.js';
import { dailyFacts } from '../customer/index.js';
import type { Random } from './random.js';

const DAY_MS = 86_400_000;
const WORKDAYS = 10;
const AUTHORS = ['sales.li', 'sales.wang', 'sales.zhao'] as const;
const CONTENTS = [
  '上午电话回访老客户，下午整理报价。客户普遍反映到货及时，个别客户希望延长账期。',
  '拜访两家重点客户，了解年度计划，预计下月有追加订单。',
  '处理一起到货破损，已协调补发，客户认可处理结果。',
  '参加产品培训，更新了客户资料，联系了三家新线索。',
  '与采购经理谈年度协议，价格还有差距，明天再沟通。',
];
const PLANS = ['继续跟进年度协议', '寄样品并电话确认', '拜访新客户', '整理对账单，催收货款', null];
const HELPS = [null, null, null, '需要技术部协助答复指标问题', '希望价格部尽快批复特价'];
const COMMENTS = ['辛苦了，年度协议抓紧推进。', '新客户先摸清用量再报价。', '账期问题请先和财务确认。'];

export interface DemoDailyReport {
  readonly username: string;
  readonly day: string;
  readonly content: string;
  readonly plan: string | null;
  readonly help: string | null;
  readonly submittedAt: string;
  readonly isRead: boolean;
  readonly comment: string | null;
}

const dayOf = (time: number): string => onCompanyClock(new Date(time)).slice(0, 10);
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Reports of the last working days before today: one person forgot the last of them, one was late, the latest are unread. */
export function demoDailyReports(random: Random, today: Date): DemoDailyReport[] {
  const days: string[] = [];
  for (let back = 1; days.length < WORKDAYS; back += 1) {
    const day = dayOf(today.getTime() - back * DAY_MS);
    if (!isWeekend(day)) days.push(day);
  }
  return days.flatMap((day, back) =>
    AUTHORS.filter((username) => !(username === 'sales.wang' && back === 0)).map((username) => {
      const isLate = username === 'sales.zhao' && back === 5;
      const handedIn = Date.parse(`${day}T18:30:00+08:00`) + (isLate ? 4 * DAY_MS : 0);
      const isRead = back > 1;
      return {
        username,
        day,
        content: random.pick(CONTENTS),
        plan: random.pick(PLANS),
        help: random.pick(HELPS),
        submittedAt: new Date(handedIn).toISOString(),
        isRead,
        comment: isRead && random.chance(0.3) ? random.pick(COMMENTS) : null,
      };
    }),
  );
}

const ROWS = `jsonb_to_recordset($1::jsonb) as d(username text, day date, content text, plan text, help text, "submittedAt" timestamptz, "isRead" boolean, comment text)
  join users u on u.username = d.username`;

/** Read by whoever leads the department, the next morning. */
export const DAILY_REPORTS = `
  insert into daily_reports (owner_id, department_id, day, content, plan, help, submitted_at, read_at, read_by, facts)
  select u.id, u.department_id, d.day, d.content, d.plan, d.help, d."submittedAt",
         case when d."isRead" and p.leader_id is not null then d."submittedAt" + interval '15 hours' end, case when d."isRead" then p.leader_id end,
         ${dailyFacts({ user: 'u.id', day: 'd.day' }, SYSTEM_ACTOR, new Parameters())}
    from ${ROWS} left join departments p on p.id = u.department_id`;
export const DAILY_REPORT_COMMENTS = `
  insert into daily_report_remarks (daily_report_id, kind, content, author_id, created_at)
  select r.id, 'comment', d.comment, r.read_by, r.read_at
    from ${ROWS} join daily_reports r on r.owner_id = u.id and r.day = d.day where d.comment is not null and r.read_by is not null`;
