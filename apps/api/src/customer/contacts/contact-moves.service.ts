import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { Lists } from '../../platform/lists/lists.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { Customer } from '../customers/customer.entity.js';
import type { MoveContactDto } from './contact-input.dto.js';
import type { ContactDto } from './contact.dto.js';
import { Contact } from './contact.entity.js';
import { ContactInOpenDealsError, DealsNotYoursError, refused } from './contact.errors.js';
import { contactList } from './contact.list.js';
import { announce, ContactsService } from './contacts.service.js';

interface Deal {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly departmentId: string | null;
}

const OPEN_DEALS = `
  select o.id, o.name, o.owner_id as "ownerId", o.department_id as "departmentId" from opportunities o
   where o.primary_contact_id = $1 and o.state = 'open' and o.deleted_at is null order by o.id for update`;
const DETACH = `
  update opportunities set primary_contact_id = null, version = version + 1, updated_at = now() where id = any($1::uuid[])`;
const BOTH = `select id from customers where id = any($1::uuid[]) order by id for update`;

/** A contact changes firms. What was done with him stays with the customer with whom it was done. */
@Injectable()
export class ContactMovesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
    private readonly contacts: ContactsService,
  ) {}

  async move(
    id: string,
    { customerId, openDeals = 'refuse', reason }: MoveContactDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<ContactDto> {
    await this.lists.one(contactList, id, actor);
    await this.work.run(actor, 'contact.move', async (unit) => {
      const contact = await lockRecord(unit, Contact, 'contact', id, { version });
      const fromId = contact.customerId;
      if (fromId === customerId)
        throw refused('/customerId', 'sameCustomer', 'The contact is with this customer already.');
      // In one order, so that two who move between the same customers wait instead of waiting for each other.
      await unit.query(BOTH, [[fromId, customerId]]);
      const permission = 'customer:change';
      const before = await lockRecord(unit, Customer, 'customer', fromId, { permission });
      const after = await lockRecord(unit, Customer, 'customer', customerId, { permission }).catch(
        otherCustomer,
      );
      await this.settleDeals(unit, id, openDeals);
      Object.assign(contact, { customerId, isPrimary: false, updatedAt: new Date() });
      await unit.manager.save(contact);
      await unit.query(
        `insert into contact_moves (contact_id, from_customer_id, to_customer_id, reason, moved_by) values ($1, $2, $3, $4, $5)`,
        [id, fromId, customerId, reason || null, actor.id],
      );
      // Both customers' people hear of it; nobody hears of a customer whom she may not see.
      announce(unit, 'contact.moved', id, before, { fromCustomerId: fromId });
      announce(unit, 'contact.moved', id, after, { toCustomerId: customerId });
    });
    return this.contacts.read(id, actor);
  }

  /** @throws ContactInOpenDealsError unless he is to be taken off them, DealsNotYoursError where the caller may not do that */
  private async settleDeals(
    unit: Unit,
    contactId: string,
    openDeals: MoveContactDto['openDeals'],
  ): Promise<void> {
    const deals = await unit.query<Deal>(OPEN_DEALS, [contactId]);
    if (deals.length === 0) return;
    const mine = (permission: string) => deals.filter((deal) => isWithinScope(deal, permission, unit.actor));
    const seen = mine('opportunity:read');
    if (openDeals !== 'detach') throw new ContactInOpenDealsError(seen, deals.length - seen.length);
    const beyond = deals.length - mine('opportunity:change').length;
    if (beyond > 0) throw new DealsNotYoursError(beyond);
    await unit.query(DETACH, [deals.map(({ id }) => id)]);
    for (const { id, ownerId, departmentId } of deals)
      unit.emit({
        name: 'opportunity.changed',
        resource: 'opportunity',
        recordId: id,
        audience: { permission: 'opportunity:read', ownerId, departmentId },
      });
  }
}

function otherCustomer(error: unknown): never {
  if (!(error instanceof RecordNotFoundError)) throw error;
  throw refused('/customerId', 'reference', 'There is no such customer, or it is not yours to change.');
}
