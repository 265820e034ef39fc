import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { Parameters } from '../../platform/lists/list-sql.js';
import { Lists } from '../../platform/lists/lists.js';
import { customerList } from '../customers/customer.list.js';
import type { CustomerDto } from '../customers/customer.dto.js';
import type { YearlySalesDto } from '../customers/yearly-sales.dto.js';
import { visible, withoutCost } from './relation-reads.js';
import type {
  GroupMemberDto,
  GroupSalesDto,
  RelationEdgeDto,
  RelationGraphDto,
  RelationNodeDto,
} from './relation.dto.js';

export const MOST_NODES = 80;
const MOST_EDGES = 1_000;

const EDGES = `
  select r.id, r.kind, r.from_id as "fromId", r.to_id as "toId" from customer_relations r
   where r.from_id = any($1::uuid[]) and r.to_id = any($1::uuid[]) order by r.id limit ${MOST_EDGES}`;

/** Everybody who stands next to some customers. */
const neighbours = (ids: string): string => `(
  select r.to_id as id from customer_relations r where r.from_id = any(${ids}::uuid[])
  union select r.from_id from customer_relations r where r.to_id = any(${ids}::uuid[]))`;

/** The customer and all below it; who is in the recycle bin stands between nobody. */
const TREE = `
  with recursive tree as (
    select $1::uuid as id, 0 as level
    union all
    select r.to_id, t.level + 1 from tree t join customer_relations r on r.from_id = t.id and r.kind = 'subsidiary'
      join customers x on x.id = r.to_id and x.deleted_at is null)`;

/** What the relations of a customer amount to: a picture, and the sales of a group. */
@Injectable()
export class RelationGraphService {
  constructor(
    private readonly rows: Rows,
    private readonly lists: Lists,
  ) {}

  /** Step by step from one customer, only over customers whom the caller may see. */
  async graph(customerId: string, depth: number, actor: Actor): Promise<RelationGraphDto> {
    const { id, name, number, stage } = await this.lists.one<CustomerDto>(customerList, customerId, actor);
    const nodes: RelationNodeDto[] = [{ id, name, number, stage, level: 0 }];
    let edge = [id];
    let isCut = false;
    let hasHidden = false;
    for (let level = 1; level <= depth && edge.length > 0 && !isCut; level += 1) {
      const [found, isHiding]: [Omit<RelationNodeDto, 'level'>[], boolean] = await Promise.all([
        this.next(edge, nodes, actor),
        hasHidden || this.hidesSome(edge, actor),
      ]);
      hasHidden = isHiding;
      const room = MOST_NODES - nodes.length;
      isCut = found.length > room;
      const added = found.slice(0, room).map((node) => Object.assign(node, { level }));
      nodes.push(...added);
      edge = added.map((node) => node.id);
    }
    const edges = await this.rows.all<RelationEdgeDto>(EDGES, [nodes.map((node) => node.id)]);
    return { nodes, edges, isCut: isCut || edges.length === MOST_EDGES, hasHidden };
  }

  /** Sales of a customer and all below it, as far as the caller may see them: two statements, however many they are. */
  async groupSales(customerId: string, actor: Actor): Promise<GroupSalesDto> {
    await this.lists.one(customerList, customerId, actor);
    const parameters = new Parameters([customerId]);
    const seen = visible('c', actor, parameters);
    const members = `${TREE}, members as (
      select c.id, c.name, t.level from tree t join customers c on c.id = t.id where ${seen})`;
    const years = `${members}
      select extract(year from o.ordered_on)::int as year, count(distinct o.id)::int as orders, sum(l.quantity)::text as quantity,
             round(sum(l.sales_amount), 2)::text as "salesAmount", round(sum(l.profit), 2)::text as profit,
             round(sum(l.profit) / nullif(sum(l.sales_amount), 0), 4)::text as margin
        from members m join orders o on o.customer_id = m.id and o.deleted_at is null join order_lines l on l.order_id = o.id
       group by 1 order by 1 desc`;
    const each = `${members}
      select m.id, m.name, m.level, coalesce(round(sum(l.sales_amount), 2), 0)::text as "salesAmount",
             count(*) over ()::int as members, (select count(*) from tree)::int as "treeSize"
        from members m left join orders o on o.customer_id = m.id and o.deleted_at is null left join order_lines l on l.order_id = o.id
       group by m.id, m.name, m.level order by coalesce(sum(l.sales_amount), 0) desc, m.id limit 200`;
    const [items, rows] = await Promise.all([
      this.rows.all<YearlySalesDto>(years, parameters.values),
      this.rows.all<GroupMemberDto & { members: number; treeSize: number }>(each, parameters.values),
    ]);
    const { members: memberCount = 0, treeSize = 0 } = rows[0] ?? {};
    return {
      items: withoutCost(items, actor),
      members: rows.map(({ id, name, level, salesAmount }) => ({ id, name, level, salesAmount })),
      memberCount,
      hasHidden: treeSize > memberCount,
    };
  }

  private next(
    edge: readonly string[],
    known: readonly RelationNodeDto[],
    actor: Actor,
  ): Promise<Omit<RelationNodeDto, 'level'>[]> {
    const parameters = new Parameters();
    const from = parameters.add(edge);
    const drawn = parameters.add(known.map(({ id }) => id));
    const text = `
      select c.id, c.name, c.number, c.stage from ${neighbours(from)} as n join customers c on c.id = n.id
       where c.id <> all(${drawn}::uuid[]) and ${visible('c', actor, parameters)}
       order by c.id limit ${MOST_NODES + 1 - known.length}`;
    return this.rows.all(text, parameters.values);
  }

  /** Whether somebody next to these is there, and not the caller's to see. */
  private async hidesSome(edge: readonly string[], actor: Actor): Promise<boolean> {
    const parameters = new Parameters();
    const from = parameters.add(edge);
    const text = `
      select exists (select 1 from ${neighbours(from)} as n join customers c on c.id = n.id
                      where c.deleted_at is null and (${visible('c', actor, parameters)}) is not true) as hidden`;
    return (await this.rows.one<{ hidden: boolean }>(text, parameters.values))!.hidden;
  }
}
