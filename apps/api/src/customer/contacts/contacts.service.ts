import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { CustomValues } from '../../platform/custom-fields/custom-values.js';
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
    private readonly custom: CustomValues,
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
      const { custom: given, ...columns } = dto;
      const custom = this.custom.concerns('contact', given)
        ? await this.custom.toStore({ resource: 'contact', given: given ?? {} }, unit)
        : {};
      const initials = pinyinInitials(dto.name);
      const inserted = await unit.manager.insert(Contact, { ...columns, initials, custom: custom as object });
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
    await this.lists.one(contactList, id, actor);
    await this.work.run(actor, 'contact.change', async (unit) => {
      const contact = await lockRecord(unit, Contact, 'contact', id, { version });
      const customer = await lockRecord(unit, Customer, 'customer', contact.customerId, {
        permission: 'customer:change',
      });
      if (dto.isPrimary && !contact.isPrimary) await this.stepDown(unit, contact.customerId);
      const { custom: given, ...columns } = dto;
      Object.assign(contact, columns);
      if (given)
        contact.custom = await this.custom.toStore(
          { resource: 'contact', given, kept: contact.custom },
          unit,
        );
      contact.initials = pinyinInitials(contact.name);
      contact.updatedAt = new Date();
      await unit.manager.save(contact);
      announce(unit, 'contact.changed', id, customer);
    });
    return this.read(id, actor);
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
