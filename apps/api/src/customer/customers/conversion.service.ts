import { Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR, type Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { IllegalActionError } from '../../platform/errors/common.errors.js';
import { Lists } from '../../platform/lists/lists.js';
import type { ConvertCustomerDto, StageChangeDto, StageChangeListDto } from './conversion.dto.js';
import type { CustomerDto } from './customer.dto.js';
import { Customer } from './customer.entity.js';
import { customerList } from './customer.list.js';
import { CUSTOMER_ACTIONS } from './customer.transitions.js';
import { announce, CustomersService } from './customers.service.js';

const CHANGES = `
  select h.id, h.aspect, h.before, h.after, h.reason, h.changed_at as "changedAt", u.display_name as "changedByName"
    from customer_stage_changes h left join users u on u.id = h.changed_by where h.customer_id = $1 order by h.changed_at desc, h.id desc limit 200`;

/** A potential customer becomes a formal one: the same record, with its whole history. */
@Injectable()
export class ConversionService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: Rows,
    private readonly lists: Lists,
    private readonly customers: CustomersService,
  ) {}

  async convert(
    id: string,
    { reason }: ConvertCustomerDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<CustomerDto> {
    await this.work.run(actor, 'customer.convert', async (unit) => {
      const { permission } = CUSTOMER_ACTIONS.convert;
      const customer = await lockRecord(unit, Customer, 'customer', id, { version, permission });
      if (customer.stage !== 'potential') throw new IllegalActionError('customer', 'convert', customer.stage);
      await this.makeFormal(unit, customer, reason);
    });
    return this.customers.read(id, actor);
  }

  /** Its first contract took effect. Told twice, or of a formal customer, it does nothing. */
  async convertByContract(id: string, contractNumber: string | null): Promise<void> {
    await this.work.run(SYSTEM_ACTOR, 'customer.convert', async (unit) => {
      const customer = await unit.manager.findOne(Customer, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (!customer || customer.deletedAt || customer.stage !== 'potential') return;
      await this.makeFormal(
        unit,
        customer,
        contractNumber ? `首份合同生效：${contractNumber}` : '首份合同生效',
      );
    });
  }

  async changes(id: string, actor: Actor): Promise<StageChangeListDto> {
    await this.lists.one(customerList, id, actor);
    return { items: await this.rows.toSend<StageChangeDto>(CHANGES, [id]) };
  }

  /** The database notes the change of stage, and takes the reason from the transaction. */
  private async makeFormal(unit: Unit, customer: Customer, reason: string): Promise<void> {
    await unit.query(`select set_config('juke.reason', $1, true)`, [reason]);
    customer.stage = 'formal';
    customer.updatedAt = new Date();
    await unit.manager.save(customer);
    announce(unit, 'customer.converted', customer);
  }
}
