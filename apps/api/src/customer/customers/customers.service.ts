import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../platform/auth/actor.js';
import { CustomValues } from '../../platform/custom-fields/custom-values.js';
import { Rows } from '../../platform/database/rows.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { insertStatement } from '../../platform/lists/list-sql.js';
import { Lists } from '../../platform/lists/lists.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { pinyinInitials } from '../../platform/text/pinyin-initials.js';
import type { ChangeCustomerDto, CreateCustomerDto, CustomerDto } from './customer.dto.js';
import { isCreditCode, tidyCreditCode } from './credit-code.js';
import { Customer } from './customer.entity.js';
import { wrongCreditCode } from './customer.errors.js';
import type { YearlySalesDto, YearlySalesListDto } from './yearly-sales.dto.js';
import { customerList } from './customer.list.js';
import { CUSTOMER_ACTIONS } from './customer.transitions.js';

const YEARLY_SALES = `
  select extract(year from o.ordered_on)::int as year, count(distinct o.id)::int as orders, sum(l.quantity)::text as quantity,
         round(sum(l.sales_amount), 2)::text as "salesAmount", round(sum(l.profit), 2)::text as profit,
         round(sum(l.profit) / nullif(sum(l.sales_amount), 0), 4)::text as margin
    from orders o join order_lines l on l.order_id = o.id where o.customer_id = $1 and o.deleted_at is null group by 1 order by 1 desc`;

/** Life of a customer: entered and changed; deleting and taking back is the recycle bin's. */
@Injectable()
export class CustomersService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
    private readonly custom: CustomValues,
  ) {}

  async read(id: string, actor: Actor): Promise<CustomerDto> {
    return withAllowedActions(await this.lists.one<CustomerDto>(customerList, id, actor), actor);
  }

  async create(dto: CreateCustomerDto, actor: Actor): Promise<CustomerDto> {
    const {
      ownerId = actor.id,
      isDealer,
      territoryId,
      class: customerClass,
      creditCode,
      lifeCycle,
      nextFollowUpOn,
      custom: given,
      ...columns
    } = dto;
    const initials = pinyinInitials(dto.name);
    return this.work.run(actor, 'customer.create', async (unit) => {
      const departmentId = ownerId === actor.id ? actor.departmentId : await this.departmentOf(unit, ownerId);
      if (!isWithinScope({ ownerId, departmentId }, 'customer:create', actor)) throw beyondReach();
      const custom = this.custom.concerns('customer', given)
        ? await this.custom.toStore(
            { resource: 'customer', given: given ?? {}, type: columns.kind ?? 'organisation' },
            unit,
          )
        : undefined;
      const { text, values } = insertStatement(
        this.lists.definition(customerList, actor),
        {
          ...columns,
          initials,
          is_dealer: isDealer,
          customer_class: customerClass,
          credit_code: storedCreditCode(creditCode),
          life_cycle: lifeCycle,
          next_follow_up_on: nextFollowUpOn,
          territory_id: territoryId,
          owner_id: ownerId,
          department_id: departmentId,
          custom,
        },
        actor,
      );
      const [customer] = await unit.prepared<CustomerDto>(text, values);
      announce(unit, 'customer.created', { id: customer!.id, ownerId, departmentId });
      return withAllowedActions(customer!, actor);
    });
  }

  async change(
    id: string,
    dto: ChangeCustomerDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<CustomerDto> {
    await this.work.run(actor, 'customer.change', async (unit) => {
      const customer = await lockRecord(unit, Customer, 'customer', id, {
        version,
        permission: 'customer:change',
      });
      const { class: customerClass, custom: given, ...columns } = dto;
      const creditCode = storedCreditCode(columns.creditCode);
      Object.assign(
        customer,
        columns,
        customerClass !== undefined && { customerClass },
        creditCode !== undefined && { creditCode },
      );
      if (given)
        customer.custom = await this.custom.toStore(
          { resource: 'customer', given, kept: customer.custom, type: customer.kind },
          unit,
        );
      if (dto.ownerId) customer.departmentId = await this.departmentOf(unit, dto.ownerId);
      if (!isWithinScope(customer, 'customer:change', actor)) throw beyondReach();
      customer.initials = pinyinInitials(customer.name);
      customer.updatedAt = new Date();
      await unit.manager.save(customer);
      announce(unit, 'customer.changed', customer);
    });
    return this.read(id, actor);
  }

  async yearlySales(id: string, actor: Actor): Promise<YearlySalesListDto> {
    await this.lists.one(customerList, id, actor);
    const items = await this.rows.all<YearlySalesDto>(YEARLY_SALES, [id]);
    if (may(actor, 'cost:read')) return { items };
    return { items: items.map(({ profit: _profit, margin: _margin, ...open }) => open) };
  }

  private async departmentOf(unit: Unit, ownerId: string): Promise<string | null> {
    const [owner] = await unit.query<{ department_id: string | null }>(
      `select department_id from users where id = $1 and state = 'active'`,
      [ownerId],
    );
    if (!owner)
      throw new InvalidInputError([
        { pointer: '/ownerId', rule: 'reference', detail: 'There is no such active user.' },
      ]);
    return owner.department_id;
  }
}

/** @throws InvalidInputError when its check digit does not fit */
function storedCreditCode(typed: string | null | undefined): string | null | undefined {
  if (!typed) return typed === '' ? null : typed;
  const code = tidyCreditCode(typed);
  if (!isCreditCode(code)) throw wrongCreditCode();
  return code;
}

const beyondReach = () =>
  new InvalidInputError([
    { pointer: '/ownerId', rule: 'beyondScope', detail: 'You may not give a customer to this person.' },
  ]);

export function announce(
  unit: Unit,
  name: string,
  { id, ownerId, departmentId }: Pick<Customer, 'id' | 'ownerId' | 'departmentId'>,
): void {
  unit.emit({
    name,
    resource: 'customer',
    recordId: id,
    audience: { permission: 'customer:read', ownerId, departmentId },
  });
}

const ACTIONS = Object.entries(CUSTOMER_ACTIONS);

/** Adds what this caller may do with this customer next; the screen shows exactly these buttons. */
export function withAllowedActions(customer: Omit<CustomerDto, 'allowedActions'>, actor: Actor): CustomerDto {
  const allowedActions: string[] = [];
  for (const [action, { from, permission }] of ACTIONS)
    if ((from as readonly string[]).includes(customer.stage) && isWithinScope(customer, permission, actor))
      allowedActions.push(action);
  const whole = customer as CustomerDto & { allowedActions: string[] };
  whole.allowedActions = allowedActions; // the row is this request's own: a copy of 50 costs a tenth of the page
  return whole;
}
