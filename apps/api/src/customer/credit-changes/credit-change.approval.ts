import { BigNumber } from 'bignumber.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  DocumentTypes,
  type ApprovalOutcome,
  type Difference,
  type DocumentType,
  type RenderedSection,
  type SubmittedDocument,
} from '../../approval/index.js';
import { may, type Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Lists } from '../../platform/lists/lists.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { CreditChange } from './credit-change.entity.js';
import { CreditMovedError } from './credit-change.errors.js';
import { creditChangeList } from './credit-change.list.js';
import {
  CREDIT_CHANGE_TRANSITIONS,
  refuseIllegal,
  type CreditChangeAction,
} from './credit-change.transitions.js';
import {
  compareCredit,
  CREDIT_FACTS,
  CREDIT_SECTIONS,
  creditFacts,
  renderCredit,
  type CreditContent,
} from './credit-content.js';

/** While it is under review the values of its submission count; before, those of the customer as she is now. */
const LOAD = `
  select x.number, x.owner_id as "ownerId", x.department_id as "departmentId", c.id as "customerId", c.number as "customerNumber",
         c.name as "customerName", c.customer_class as "customerClass",
         (select u.display_name from users u where u.id = c.owner_id) as "ownerName",
         (case when x.state = 'in_review' then x.old_limit else c.credit_limit end)::text as "oldLimit",
         case when x.state = 'in_review' then x.old_terms_days else c.payment_terms_days end as "oldTermsDays",
         x.new_limit::text as "newLimit", x.new_terms_days as "newTermsDays", x.reason, x.file_ids as "fileIds"
    from credit_limit_changes x join customers c on c.id = x.customer_id where x.id = $1 and c.deleted_at is null for update of x`;
const CREDIT_NOW = `select credit_limit::text as "limitNow", payment_terms_days as "termsNow" from customers
  where id = $1 and deleted_at is null for update`;
const TAKES_EFFECT = `update customers set credit_limit = $2, payment_terms_days = $3, version = version + 1, updated_at = now() where id = $1`;
const PRESENT = `
  select c.credit_limit::text as "limit", c.payment_terms_days::text as terms,
         (select coalesce(round(sum(l.sales_amount), 2), 0)::text from orders o join order_lines l on l.order_id = o.id
           where o.customer_id = c.id and o.deleted_at is null and o.ordered_on >= current_date - 365) as sales
    from credit_limit_changes x join customers c on c.id = x.customer_id where x.id = $1`;

type Loaded = CreditContent & { number: string; ownerId: string | null; departmentId: string | null };

/** A credit change as the approval engine sees it; the engine knows nothing of credit, and this nothing of stages. */
@Injectable()
export class CreditChangeApproval implements DocumentType<CreditContent>, OnModuleInit {
  readonly name = 'credit-limit-change';
  readonly label = { zh: '信用额度调整', en: 'Credit limit change' };
  readonly facts = CREDIT_FACTS;
  readonly sections = CREDIT_SECTIONS;

  constructor(
    private readonly types: DocumentTypes,
    private readonly rows: Rows,
    private readonly lists: Lists,
  ) {}

  onModuleInit(): void {
    this.types.register(this);
  }

  async load(unit: Unit, documentId: string): Promise<SubmittedDocument<CreditContent> | undefined> {
    const [found] = await unit.query<Loaded>(LOAD, [documentId]);
    if (!found) return undefined;
    const { number, ownerId, departmentId, ...content } = found;
    return {
      title: `${content.customerName} 信用额度 ${figure(content.oldLimit)} → ${figure(content.newLimit)}`,
      number,
      link: `/credit-limit-changes/${documentId}`,
      ownerId,
      departmentId,
      amount: content.newLimit,
      facts: creditFacts(content, departmentId),
      content,
    };
  }

  async mayRead(actor: Actor, documentId: string): Promise<boolean> {
    if (!may(actor, creditChangeList.permission)) return false;
    return this.lists.one(creditChangeList, documentId, actor).then(
      () => true,
      (error: unknown) => {
        if (error instanceof RecordNotFoundError) return false;
        throw error;
      },
    );
  }

  render = renderCredit;

  compare = (before: CreditContent, after: CreditContent): Difference[] => compareCredit(before, after);

  files = ({ fileIds }: CreditContent): readonly string[] => fileIds;

  async present(documentId: string): Promise<readonly RenderedSection[]> {
    const now = await this.rows.one<{ limit: string | null; terms: string | null; sales: string }>(PRESENT, [
      documentId,
    ]);
    if (!now) return [];
    return [
      {
        name: 'now',
        label: { zh: '客户现状', en: 'The customer now' },
        fields: [
          { name: 'limit', label: { zh: '现有额度', en: 'Limit now' }, kind: 'money', value: now.limit },
          {
            name: 'terms',
            label: { zh: '现有账期(天)', en: 'Terms now, days' },
            kind: 'number',
            value: now.terms,
          },
          {
            name: 'sales',
            label: { zh: '近一年销售额', en: 'Sales in a year' },
            kind: 'money',
            value: now.sales,
            permission: 'order:read',
          },
        ],
      },
    ];
  }

  async onSubmitted(unit: Unit, outcome: ApprovalOutcome): Promise<void> {
    const change = await this.locked(unit, outcome.documentId);
    if (!isWithinScope(change, CREDIT_CHANGE_TRANSITIONS.submit.permission, unit.actor))
      throw new RecordNotFoundError('credit-limit-change', outcome.documentId);
    const credit = await this.creditNow(unit, change);
    Object.assign(change, { oldLimit: credit.limitNow, oldTermsDays: credit.termsNow, returnReason: null });
    await this.move(unit, change, 'submit');
  }

  /** @throws CreditMovedError when the customer's credit is not what the reviewers saw */
  async onApproved(unit: Unit, { documentId }: ApprovalOutcome): Promise<void> {
    const change = await this.locked(unit, documentId);
    const { limitNow, termsNow } = await this.creditNow(unit, change);
    const { oldLimit: limitThen, oldTermsDays: termsThen } = change;
    if (limitNow !== limitThen || termsNow !== termsThen)
      throw new CreditMovedError({ limitThen, limitNow, termsThen, termsNow });
    await unit.query(TAKES_EFFECT, [change.customerId, change.newLimit, change.newTermsDays]);
    change.effectiveAt = new Date();
    await this.move(unit, change, 'approve');
    unit.emit({
      name: 'customer.credit-changed',
      resource: 'customer',
      recordId: change.customerId,
      audience: { permission: 'customer:see-credit' },
    });
  }

  async onReturned(unit: Unit, { documentId, reason }: ApprovalOutcome): Promise<void> {
    const change = await this.locked(unit, documentId);
    change.returnReason = reason;
    await this.move(unit, change, 'return');
  }

  async onWithdrawn(unit: Unit, { documentId }: ApprovalOutcome): Promise<void> {
    await this.move(unit, await this.locked(unit, documentId), 'withdraw');
  }

  /** It may be gone, or the customer with it: then there is nothing to put back. */
  async onTerminated(unit: Unit, { documentId, reason }: ApprovalOutcome): Promise<void> {
    const change = await unit.manager.findOne(CreditChange, {
      where: { id: documentId },
      lock: { mode: 'pessimistic_write' },
    });
    if (!change) return;
    change.returnReason = reason;
    await this.move(unit, change, 'terminate');
  }

  private locked(unit: Unit, id: string): Promise<CreditChange> {
    return lockRecord(unit, CreditChange, 'credit-limit-change', id);
  }

  private async creditNow(
    unit: Unit,
    { customerId }: CreditChange,
  ): Promise<{ limitNow: string | null; termsNow: number | null }> {
    const [credit] = await unit.query<{ limitNow: string | null; termsNow: number | null }>(CREDIT_NOW, [
      customerId,
    ]);
    if (!credit) throw new RecordNotFoundError('customer', customerId);
    return credit;
  }

  private async move(
    unit: Unit,
    change: CreditChange,
    action: Exclude<CreditChangeAction, 'change'>,
  ): Promise<void> {
    refuseIllegal(change.state, action);
    Object.assign(change, { state: CREDIT_CHANGE_TRANSITIONS[action].to, updatedAt: new Date() });
    await unit.manager.save(change);
    const { id, ownerId, departmentId } = change;
    unit.emit({
      name: `credit-limit-change.${change.state.replace('_', '-')}`,
      resource: 'credit-limit-change',
      recordId: id,
      audience: { permission: 'credit-limit-change:read', ownerId, departmentId },
    });
  }
}

/** In a title whole amounts are read at a glance: `320,000`. */
const figure = (amount: string | null): string => new BigNumber(amount ?? 0).toFormat();
