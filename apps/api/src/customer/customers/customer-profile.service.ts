import { Injectable } from '@nestjs/common';
import { InvalidInputError, StaleVersionError } from '../../platform/errors/common.errors.js';
import type { Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Lists } from '../../platform/lists/lists.js';
import { divisionName, isDivision } from '../divisions/divisions.js';
import type {
  AddressDto,
  AddressInputDto,
  AddressListDto,
  FinanceDto,
  KeepFinanceDto,
} from './customer-profile.dto.js';
import { Customer } from './customer.entity.js';
import './customer-profile.errors.js';
import { customerList } from './customer.list.js';
import { announce } from './customers.service.js';

const ADDRESSES = `
  select a.id, a.kind, a.division_code as "divisionCode", a.detail, a.receiver, a.is_default as "isDefault"
    from customer_addresses a where a.customer_id = $1 order by a.is_default desc, a.created_at, a.id`;
/** Its own rows only: an id of another customer's address is a new address here. */
const KEEP_ADDRESSES = `
  with given as (select coalesce(o.id, uuidv7()) as id, d.kind, d."divisionCode", d.detail, d.receiver, coalesce(d."isDefault", false) as is_default
      from jsonb_to_recordset($2::jsonb) as d(id uuid, kind text, "divisionCode" text, detail text, receiver text, "isDefault" boolean)
      left join customer_addresses o on o.id = d.id and o.customer_id = $1)
  insert into customer_addresses as a (id, customer_id, kind, division_code, detail, receiver, is_default)
  select g.id, $1, g.kind, nullif(g."divisionCode", ''), g.detail, nullif(g.receiver, ''), g.is_default from given g
  on conflict (id) do update set kind = excluded.kind, division_code = excluded.division_code, detail = excluded.detail,
     receiver = excluded.receiver, is_default = excluded.is_default, version = a.version + 1, updated_at = now()
   where (a.kind, a.division_code, a.detail, a.receiver, a.is_default)
         is distinct from (excluded.kind, excluded.division_code, excluded.detail, excluded.receiver, excluded.is_default)`;
const FINANCE = `
  select invoice_title as "invoiceTitle", tax_number as "taxNumber", bank_name as "bankName", bank_account as "bankAccount",
         invoice_address as "invoiceAddress", invoice_phone as "invoicePhone", version from customer_finances where customer_id = $1`;
const KEEP_FINANCE = `
  insert into customer_finances as f (customer_id, invoice_title, tax_number, bank_name, bank_account, invoice_address, invoice_phone)
  values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (customer_id) do update set invoice_title = excluded.invoice_title, tax_number = excluded.tax_number,
     bank_name = excluded.bank_name, bank_account = excluded.bank_account, invoice_address = excluded.invoice_address,
     invoice_phone = excluded.invoice_phone, version = f.version + 1, updated_at = now()`;

const NOTHING: FinanceDto = {
  invoiceTitle: null,
  taxNumber: null,
  bankName: null,
  bankAccount: null,
  invoiceAddress: null,
  invoicePhone: null,
  version: 0,
};

/** What else is known of a customer: where it is, where it banks, how it is invoiced. */
@Injectable()
export class CustomerProfileService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
  ) {}

  async addresses(id: string, actor: Actor): Promise<AddressListDto> {
    await this.lists.one(customerList, id, actor);
    const rows = await this.rows.all<Omit<AddressDto, 'divisionName'>>(ADDRESSES, [id]);
    return {
      items: rows.map((row) => Object.assign(row, { divisionName: divisionName(row.divisionCode ?? null) })),
    };
  }

  async keepAddresses(id: string, items: readonly AddressInputDto[], actor: Actor): Promise<AddressListDto> {
    refuseUnknownDivisions(items);
    await this.work.run(actor, 'customer.addresses', async (unit) => {
      const customer = await lockRecord(unit, Customer, 'customer', id, { permission: 'customer:change' });
      const kept = items.flatMap((item) => item.id ?? []);
      await unit.query(`delete from customer_addresses where customer_id = $1 and id <> all ($2::uuid[])`, [
        id,
        kept,
      ]);
      // Only one may be the usual one: the one before steps down first.
      await unit.query(
        `update customer_addresses set is_default = false, version = version + 1, updated_at = now()
          where customer_id = $1 and is_default and id <> all ($2::uuid[])`,
        [id, items.flatMap((item) => (item.isDefault && item.id) || [])],
      );
      if (items.length > 0) await unit.query(KEEP_ADDRESSES, [id, JSON.stringify(items)]);
      announce(unit, 'customer.changed', customer);
    });
    return this.addresses(id, actor);
  }

  async finance(id: string, actor: Actor): Promise<FinanceDto> {
    await this.lists.one(customerList, id, actor);
    return (await this.rows.one<FinanceDto>(FINANCE, [id])) ?? NOTHING;
  }

  /** What is left out stays. */
  async keepFinance(
    id: string,
    dto: KeepFinanceDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<FinanceDto> {
    await this.work.run(actor, 'customer.finance', async (unit) => {
      const customer = await lockRecord(unit, Customer, 'customer', id, {
        permission: 'customer:change-finance',
      });
      const [before = NOTHING] = await unit.query<FinanceDto>(FINANCE, [id]);
      if (version !== undefined && version !== before.version) throw new StaleVersionError(before.version);
      const now = { ...before, ...dto };
      await unit.query(KEEP_FINANCE, [
        id,
        now.invoiceTitle || null,
        now.taxNumber || null,
        now.bankName || null,
        now.bankAccount?.replaceAll(' ', '') || null,
        now.invoiceAddress || null,
        now.invoicePhone || null,
      ]);
      announce(unit, 'customer.changed', customer);
    });
    return this.finance(id, actor);
  }
}

function refuseUnknownDivisions(items: readonly AddressInputDto[]): void {
  const wrong = items.flatMap(({ divisionCode }, index) =>
    divisionCode && !isDivision(divisionCode)
      ? [{ pointer: `/items/${index}/divisionCode`, rule: 'reference', detail: 'There is no such division.' }]
      : [],
  );
  const usual = items.filter(({ isDefault }) => isDefault).length;
  if (usual > 1)
    wrong.push({ pointer: '/items', rule: 'oneDefault', detail: 'At most one address is the usual one.' });
  if (wrong.length > 0) throw new InvalidInputError(wrong);
}
