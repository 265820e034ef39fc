import { Injectable } from '@nestjs/common';
import { DecisionsService, Flows } from '../approval/index.js';
import { CreditChangesService } from '../customer/index.js';
import { ActorSource } from '../platform/auth/actor-source.js';
import { SYSTEM_ACTOR, type Actor } from '../platform/auth/actor.js';
import { Rows } from '../platform/database/rows.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { creditFlow } from './demo-credit-flow.js';

/** What formal customers of a class may owe, and for how many days. */
const CREDIT = `update customers set credit_limit = d.credit_limit, payment_terms_days = d.days
  from (values ('重点客户', 500000, 60), ('A类', 200000, 45), ('B类', 80000, 30)) as d(class, credit_limit, days)
  where customers.customer_class = d.class and customers.stage = 'formal'`;
const CUSTOMERS = `select c.id from customers c join users u on u.id = c.owner_id
  where u.username = $1 and c.customer_class = $2 and c.stage = 'formal' and c.deleted_at is null order by c.number limit 5`;

interface DemoRequest {
  readonly by: string;
  readonly class: string;
  readonly limit: string;
  readonly days: number;
  readonly reason: string;
  /** What was done with it; nothing: a draft. */
  readonly steps: readonly (readonly [
    who: string,
    what: 'submit' | 'approve' | 'return' | 'withdraw' | 'lower',
    words?: string,
  ])[];
}

const SHEET = [{ id: 'no-overdue', answer: 'yes' as const }];

const REQUESTS: readonly DemoRequest[] = [
  {
    by: 'sales.li',
    class: 'B类',
    limit: '120000',
    days: 30,
    reason: '旺季备货,订单较去年同期增加四成,客户回款一直准时。',
    steps: [['sales.li', 'submit']],
  },
  {
    by: 'sales.wang',
    class: 'B类',
    limit: '100000',
    days: 45,
    reason: '新增两条产线,月采购量上升。',
    steps: [['sales.wang', 'submit']],
  },
  {
    by: 'sales.li',
    class: 'A类',
    limit: '360000',
    days: 60,
    reason: '年度框架合同已签,首批集中发货。',
    steps: [
      ['sales.li', 'submit'],
      ['finance', 'approve', '近一年无逾期,同意。'],
    ],
  },
  {
    by: 'sales.zhao',
    class: 'A类',
    limit: '450000',
    days: 60,
    reason: '与同行竞争,账期需要放宽。',
    steps: [
      ['sales.zhao', 'submit'],
      ['finance', 'return', '额度偏高,请按近一年销售额的三成重新测算。'],
      ['sales.zhao', 'lower', '320000'],
      ['sales.zhao', 'submit'],
    ],
  },
  {
    by: 'sales.wang',
    class: 'A类',
    limit: '180000',
    days: 45,
    reason: '客户主动要求调低额度。',
    steps: [
      ['sales.wang', 'submit'],
      ['manager.east', 'approve', '同意'],
    ],
  },
  {
    by: 'sales.zhao',
    class: 'B类',
    limit: '150000',
    days: 30,
    reason: '冬储备煤,短期增加额度。',
    steps: [
      ['sales.zhao', 'submit'],
      ['manager.west', 'return', '请补充上月对账单。'],
    ],
  },
  {
    by: 'sales.li',
    class: 'B类',
    limit: '90000',
    days: 30,
    reason: '补足季度采购。',
    steps: [
      ['sales.li', 'submit'],
      ['sales.li', 'withdraw', '客户暂不需要'],
    ],
  },
  { by: 'sales.wang', class: 'B类', limit: '110000', days: 30, reason: '等待客户提供报表。', steps: [] },
];

/** Credit of the demo customers, a flow of its own, and requests in every state. */
@Injectable()
export class DemoApprovals {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: Rows,
    private readonly actors: ActorSource,
    private readonly flows: Flows,
    private readonly changes: CreditChangesService,
    private readonly decisions: DecisionsService,
  ) {}

  async fill(): Promise<void> {
    await this.work.run(SYSTEM_ACTOR, 'demo.fill', async (unit) => {
      await unit.query(CREDIT);
      const flow = await creditFlow(unit.query);
      await this.flows.activate(unit, await this.flows.add(unit, flow), flow.documentType);
    });
    const used = new Set<string>();
    for (const request of REQUESTS) await this.play(request, used);
  }

  private async play(
    { by, class: customerClass, limit, days, reason, steps }: DemoRequest,
    used: Set<string>,
  ) {
    const customers = await this.rows.all<{ id: string }>(CUSTOMERS, [by, customerClass]);
    const customer = customers.find(({ id }) => !used.has(id));
    // A company of another seed may have no such customer.
    if (!customer) return;
    used.add(customer.id);
    const draft = { customerId: customer.id, newLimit: limit, newTermsDays: days, reason };
    const { id } = await this.changes.create(draft, await this.actor(by));
    for (const [who, what, words] of steps) await this.step(id, await this.actor(who), what, words);
  }

  private async step(
    id: string,
    actor: Actor,
    what: DemoRequest['steps'][number][1],
    words = '',
  ): Promise<void> {
    if (what === 'submit') await this.changes.submit(id, {}, actor);
    else if (what === 'withdraw') await this.changes.withdraw(id, { reason: words }, actor);
    else if (what === 'lower') await this.changes.change(id, { newLimit: words }, undefined, actor);
    else {
      const [run] = await this.rows.all<{ id: string; snapshotId: string }>(
        `select id, snapshot_id as "snapshotId" from approvals where document_id = $1 and state = 'running'`,
        [id],
      );
      const { snapshotId } = run!;
      const answers = actor.departmentId === (await this.finance()) ? SHEET : [];
      if (what === 'approve')
        await this.decisions.approve(run!.id, { snapshotId, opinion: words, answers }, actor);
      else await this.decisions.return(run!.id, { snapshotId, reason: words }, actor);
    }
  }

  private async finance(): Promise<string | undefined> {
    return (await this.rows.one<{ id: string }>(`select id from departments where code = 'finance'`))?.id;
  }

  private async actor(username: string): Promise<Actor> {
    const user = await this.rows.one<{ id: string }>(`select id from users where username = $1`, [username]);
    return (await this.actors.byUser(user!.id))!;
  }
}
