import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { Lists } from '../../platform/lists/lists.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { pinyinInitials } from '../../platform/text/pinyin-initials.js';
import { Customer } from '../customers/customer.entity.js';
import type { ChangeContactDto, ContactDto, CreateContactDto } from './contact.dto.js';
import { Contact } from './contact.entity.js';
import { contactList } from './contact.list.js';

export type ContactRow = Omit<ContactDto, 'allowedActions'> & {
  ownerId: string | null;
  departmentId: string | null;
};

/** Contacts belong to their customer: who may change the customer may change them. */
@Injectable()
export class ContactsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
  ) {}

  async read(id: string, actor: Actor): Promise<ContactDto> {
    return toContactDto(await this.lists.one<ContactRow>(contactList, id, actor), actor);
  }

  async create(dto: CreateContactDto, actor: Actor): Promise<ContactDto> {
    const id = await this.work.run(actor, 'contact.create', async (unit) => {
      const customer = await lockRecord(unit, Customer, 'customer', dto.customerId, {
        permission: 'customer:change',
      });
      if (dto.isPrimary) await this.stepDown(unit, dto.customerId);
      const inserted = await unit.manager.insert(Contact, { ...dto, initials: pinyinInitials(dto.name) });
      const contactId = inserted.identifiers[0]!.id as string;
      announce(unit, 'contact.created', contactId, customer);
      return contactId;
    });
    return this.read(id, actor);
  }

  async change(
    id: string,
    dto: ChangeContactDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<ContactDto> {
    await this.changeContact(id, 'contact.change', version, actor, async (unit, contact) => {
      if (dto.isPrimary && !contact.isPrimary) await this.stepDown(unit, contact.customerId);
      Object.assign(contact, dto);
      contact.initials = pinyinInitials(contact.name);
    });
    return this.read(id, actor);
  }

  /** Into the recycle bin. */
  async remove(id: string, version: number | undefined, actor: Actor): Promise<void> {
    await this.changeContact(id, 'contact.delete', version, actor, (_, contact) => {
      contact.deletedAt = new Date();
      return Promise.resolve();
    });
  }

  private async changeContact(
    id: string,
    action: string,
    version: number | undefined,
    actor: Actor,
    change: (unit: Unit, contact: Contact) => Promise<void>,
  ): Promise<void> {
    await this.lists.one(contactList, id, actor);
    await this.work.run(actor, action, async (unit) => {
      const contact = await lockRecord(unit, Contact, 'contact', id, { version });
      const customer = await lockRecord(unit, Customer, 'customer', contact.customerId, {
        permission: 'customer:change',
      });
      await change(unit, contact);
      contact.updatedAt = new Date();
      await unit.manager.save(contact);
      announce(unit, `${action}d`, id, customer);
    });
  }

  private async stepDown(unit: Unit, customerId: string): Promise<void> {
    await unit.query(
      `update contacts set is_primary = false, version = version + 1, updated_at = now()
        where customer_id = $1 and is_primary and deleted_at is null`,
      [customerId],
    );
  }
}

function announce(unit: Unit, name: string, recordId: string, { ownerId, departmentId }: Customer): void {
  unit.emit({
    name,
    resource: 'contact',
    recordId,
    audience: { permission: 'customer:read', ownerId, departmentId },
  });
}

/** The customer's owner and department decide what may be done; they are not part of the answer. */
export function toContactDto({ ownerId, departmentId, ...contact }: ContactRow, actor: Actor): ContactDto {
  const mayChange = isWithinScope({ ownerId, departmentId }, 'customer:change', actor);
  return { ...contact, allowedActions: mayChange ? ['change', 'delete'] : [] };
}
