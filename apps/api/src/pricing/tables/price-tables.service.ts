import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { Lists } from '../../platform/lists/lists.js';
import { PriceTable, PriceTableKind } from './price-table.entity.js';
import type {
  ChangePriceTableDto,
  ChangePriceTableKindDto,
  CreatePriceTableDto,
  CreatePriceTableKindDto,
  PriceTableAudienceDto,
  PriceTableDto,
  PriceTableKindDto,
} from './price-table.dto.js';
import { BuiltInKindError } from './price-table.errors.js';
import { priceTableList } from './price-table.list.js';

const KINDS = `select k.id, k.code, k.label_zh as "labelZh", k.label_en as "labelEn", k.is_built_in as "isBuiltIn", k.default_ways as "defaultWays", k.version,
    (select count(*)::int from price_tables t where t.kind = k.code and t.deleted_at is null) as tables
  from price_table_kinds k`;
const ADD_AUDIENCES = `insert into price_table_audiences (table_id, customer_id, customer_class, territory_id, province)
  select $1, customer_id, customer_class, territory_id, province
    from jsonb_to_recordset($2) as n(customer_id uuid, customer_class text, territory_id uuid, province text)`;

/** Price tables and their kinds, and whom each is for. What is in them is written by price revisions only. */
@Injectable()
export class PriceTablesService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
  ) {}

  async read(id: string, actor: Actor): Promise<PriceTableDto> {
    return withAllowedActions(await this.lists.one<PriceTableDto>(priceTableList, id, actor), actor);
  }

  async create({ audiences, ...columns }: CreatePriceTableDto, actor: Actor): Promise<PriceTableDto> {
    const id = await this.work.run(actor, 'price-table.create', async (unit) => {
      const inserted = await unit.manager.insert(PriceTable, columns);
      const tableId = inserted.identifiers[0]!.id as string;
      await addAudiences(unit, tableId, audiences ?? []);
      announce(unit, 'price-table.created', tableId);
      return tableId;
    });
    return this.read(id, actor);
  }

  async change(
    id: string,
    { audiences, ...columns }: ChangePriceTableDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<PriceTableDto> {
    await this.work.run(actor, 'price-table.change', async (unit) => {
      const table = await lockRecord(unit, PriceTable, 'price table', id, { version });
      Object.assign(table, columns, { updatedAt: new Date() });
      await unit.manager.save(table);
      if (audiences) {
        await unit.query('delete from price_table_audiences where table_id = $1', [id]);
        await addAudiences(unit, id, audiences);
      }
      announce(unit, 'price-table.changed', id);
    });
    return this.read(id, actor);
  }

  async kinds(): Promise<PriceTableKindDto[]> {
    return this.rows.all(`${KINDS} order by k.position, k.code`);
  }

  async createKind(dto: CreatePriceTableKindDto, actor: Actor): Promise<PriceTableKindDto> {
    const id = await this.work.run(actor, 'price-table-kind.create', async (unit) => {
      const inserted = await unit.manager.insert(PriceTableKind, { ...dto, position: 100 });
      return inserted.identifiers[0]!.id as string;
    });
    return this.kind(id);
  }

  async changeKind(
    id: string,
    dto: ChangePriceTableKindDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<PriceTableKindDto> {
    await this.work.run(actor, 'price-table-kind.change', async (unit) => {
      const kind = await lockRecord(unit, PriceTableKind, 'price table kind', id, { version });
      Object.assign(kind, dto, { updatedAt: new Date() });
      await unit.manager.save(kind);
    });
    return this.kind(id);
  }

  async deleteKind(id: string, version: number | undefined, actor: Actor): Promise<void> {
    await this.work.run(actor, 'price-table-kind.delete', async (unit) => {
      const kind = await lockRecord(unit, PriceTableKind, 'price table kind', id, { version });
      if (kind.isBuiltIn) throw new BuiltInKindError();
      await unit.manager.remove(kind);
    });
  }

  private async kind(id: string): Promise<PriceTableKindDto> {
    return (await this.rows.one<PriceTableKindDto>(`${KINDS} where k.id = $1`, [id]))!;
  }
}

async function addAudiences(unit: Unit, id: string, audiences: PriceTableAudienceDto[]): Promise<void> {
  if (audiences.length === 0) return;
  const rows = audiences.map(({ customerId, customerClass, territoryId, province }) => ({
    customer_id: customerId ?? null,
    customer_class: customerClass || null,
    territory_id: territoryId ?? null,
    province: province || null,
  }));
  await unit.query(ADD_AUDIENCES, [id, JSON.stringify(rows)]);
}

const announce = (unit: Unit, name: string, recordId: string): void =>
  unit.emit({ name, resource: 'price-table', recordId, audience: { permission: 'price:read' } });

export function withAllowedActions(table: PriceTableDto, actor: Actor): PriceTableDto {
  const allowedActions = may(actor, 'price-table:manage') ? ['change', 'delete'] : [];
  return Object.assign(table, { allowedActions });
}
