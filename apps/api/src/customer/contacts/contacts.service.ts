import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { onCompanyClock } from '../../platform/clock/company-time.js';
import { CustomValues } from '../../platform/custom-fields/custom-values.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { Lists } from '../../platform/lists/lists.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { pinyinInitials } from '../../platform/text/pinyin-initials.js';
import { Customer } from '../customers/customer.entity.js';
import { keepConsents } from './contact-consents.js';
import type { ChangeContactDto, CreateContactDto } from './contact-input.dto.js';
import type { ContactDto } from './contact.dto.js';
import { Contact } from './contact.entity.js';
import { refused } from './contact.errors.js';
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
    private readonly clock: Clock,
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
      const { custom: given, consents, ...columns } = dto;
      const custom = this.custom.concerns('contact', given)
        ? await this.custom.toStore({ resource: 'contact', given: given ?? {} }, unit)
        : {};
      const inserted = await unit.manager.insert(Contact, {
        ...this.settled(columns),
        initials: pinyinInitials(dto.name),
        custom: custom as object,
      });
      const contactId = inserted.identifiers[0]!.id as string;
      if (consents) await keepConsents(unit, contactId, consents);
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
      const { custom: given, consents, ...columns } = dto;
      Object.assign(contact, this.settled(columns, contact));
      if (given)
        contact.custom = await this.custom.toStore(
          { resource: 'contact', given, kept: contact.custom },
          unit,
        );
      contact.initials = pinyinInitials(contact.name);
      contact.updatedAt = new Date();
      await unit.manager.save(contact);
      if (consents) await keepConsents(unit, id, consents);
      announce(unit, 'contact.changed', id, customer);
    });
    return this.read(id, actor);
  }

  /** Who leaves does so today unless another day is said. */
  private settled<T extends Partial<Pick<Contact, 'birthday' | 'leftOn' | 'state'>>>(
    columns: T,
    before?: Contact,
  ): T {
    const today = onCompanyClock(this.clock.now()).slice(0, 10);
    if (columns.birthday && columns.birthday > today)
      throw refused('/birthday', 'birthday', 'A birthday lies between 1900 and today.');
    const isLeaving = columns.state === 'left' && before?.state !== 'left' && columns.leftOn === undefined;
    return isLeaving ? { ...columns, leftOn: today } : columns;
  }

  private async stepDown(unit: Unit, customerId: string): Promise<void> {
    await unit.query(
      `update contacts set is_primary = false, version = version + 1, updated_at = now()
        where customer_id = $1 and is_primary and deleted_at is null`,
      [customerId],
    );
  }
}

export function announce(
  unit: Unit,
  name: string,
  recordId: string,
  { ownerId, departmentId }: Pick<Customer, 'ownerId' | 'departmentId'>,
  payload?: Record<string, unknown>,
): void {
  unit.emit({
    name,
    resource: 'contact',
    recordId,
    ...(payload && { payload }),
    audience: { permission: 'customer:read', ownerId, departmentId },
  });
}

/** The customer's owner and department decide what may be done; they are not part of the answer. */
export function toContactDto({ ownerId, departmentId, ...contact }: ContactRow, actor: Actor): ContactDto {
  const mayChange = isWithinScope({ ownerId, departmentId }, 'customer:change', actor);
  return { ...contact, allowedActions: mayChange ? ['change', 'move', 'delete'] : [] };
}
