import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { PriceAccessDto, PriceAccessRulesDto } from './price-table.dto.js';

const RULES = `select a.role_id as "roleId", r.name as "roleName", a.customer_class as "customerClass", a.kind, a.table_id as "tableId", a.ways
  from price_access_rules a left join roles r on r.id = a.role_id join price_table_kinds k on k.code = a.kind
 order by r.name nulls last, a.customer_class, k.position, a.table_id nulls first`;

const ROLES = `select r.id, r.name, bool_or(p.permission = 'price-table:manage') as "seesAll"
  from roles r join role_permissions p on p.role_id = r.id and p.permission in ('price:read', 'price-table:manage')
 group by r.id, r.name order by r.name collate "zh-x-icu"`;

/** Which tables a role or a class of customers sees, and in which ways it may ask: data, enforced by the queries. */
@Injectable()
export class PriceAccessService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
  ) {}

  async rules(): Promise<PriceAccessDto> {
    const [items, roles] = await Promise.all([this.rows.all(RULES), this.rows.all(ROLES)]);
    return { items, roles } as PriceAccessDto;
  }

  /** All at once: rules that are not named are taken away, the others keep their history. */
  async replace({ items }: PriceAccessRulesDto, actor: Actor): Promise<PriceAccessDto> {
    const rules = items.map(({ roleId, customerClass, kind, tableId, ways }) => ({
      role_id: roleId ?? null,
      customer_class: customerClass || null,
      kind,
      table_id: tableId ?? null,
      ways: [...new Set(ways)],
    }));
    await this.work.run(actor, 'price-access.replace', async (unit) => {
      await unit.query('lock table price_access_rules in share row exclusive mode');
      const named = `jsonb_to_recordset($1) as n(role_id uuid, customer_class text, kind text, table_id uuid, ways text[])`;
      const same = `(n.role_id, n.customer_class, n.kind, n.table_id, n.ways) is not distinct from (a.role_id, a.customer_class, a.kind, a.table_id, a.ways)`;
      const text = JSON.stringify(rules);
      await unit.query(
        `delete from price_access_rules a where not exists (select 1 from ${named} where ${same})`,
        [text],
      );
      await unit.query(
        `insert into price_access_rules (role_id, customer_class, kind, table_id, ways)
         select n.role_id, n.customer_class, n.kind, n.table_id, n.ways from ${named}
          where not exists (select 1 from price_access_rules a where ${same})`,
        [text],
      );
      unit.emit({
        name: 'price-access.changed',
        resource: 'price-table',
        audience: { permission: 'price:read' },
      });
    });
    return this.rules();
  }
}
