import type { Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError } from '../../platform/errors/common.errors.js';
import { isWithinScope } from '../../platform/lists/scope.js';

/** What an activity or a task is about. */
export interface About {
  readonly customerId?: string | null;
  readonly contactId?: string | null;
  readonly opportunityId?: string | null;
}

interface Owned {
  ownerId: string | null;
  departmentId: string | null;
}

const refused = (pointer: string, rule: string, detail: string) =>
  new InvalidInputError([{ pointer, rule, detail }]);

/**
 * The customer that it is about: the one named, else the opportunity's. Everything named must be there, be the caller's to
 * see, and belong together; it is held, so that it is not deleted meanwhile.
 * @throws InvalidInputError
 */
export async function customerOf(unit: Unit, about: About): Promise<string | null> {
  const { contactId, opportunityId } = about;
  const deal = opportunityId ? await dealOf(unit, opportunityId) : undefined;
  const customerId = about.customerId ?? deal?.customerId ?? null;
  if (deal && deal.customerId !== customerId)
    throw refused('/opportunityId', 'reference', 'This opportunity is with another customer.');
  if (customerId) await requireCustomer(unit, customerId);
  if (contactId) {
    const [contact] = await unit.query(
      `select 1 from contacts where id = $1 and customer_id = $2 and deleted_at is null for share`,
      [contactId, customerId],
    );
    if (!contact) throw refused('/contactId', 'contactOfCustomer', 'This is not a contact of the customer.');
  }
  return customerId;
}

/** Held as the database will hold it for its last contact: two who log at once wait, instead of waiting for each other. */
async function requireCustomer(unit: Unit, id: string): Promise<void> {
  const [customer] = await unit.query<Owned>(
    `select owner_id as "ownerId", department_id as "departmentId" from customers where id = $1 and deleted_at is null for no key update`,
    [id],
  );
  if (!customer || !isWithinScope(customer, 'customer:read', unit.actor))
    throw refused('/customerId', 'reference', 'There is no such customer, or it is not yours to see.');
}

async function dealOf(unit: Unit, id: string): Promise<Owned & { customerId: string | null }> {
  const [deal] = await unit.query<Owned & { customerId: string | null }>(
    `select customer_id as "customerId", owner_id as "ownerId", department_id as "departmentId"
       from opportunities where id = $1 and deleted_at is null for share`,
    [id],
  );
  if (!deal || !isWithinScope(deal, 'opportunity:read', unit.actor))
    throw refused('/opportunityId', 'reference', 'There is no such opportunity, or it is not yours to see.');
  return deal;
}

/** @throws InvalidInputError when somebody named is no active user */
export async function requirePeople(unit: Unit, ids: readonly string[], pointer: string): Promise<void> {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return;
  const found = await unit.query(`select 1 from users where id = any ($1::uuid[]) and state = 'active'`, [
    distinct,
  ]);
  if (found.length < distinct.length) throw refused(pointer, 'reference', 'There is no such active user.');
}
