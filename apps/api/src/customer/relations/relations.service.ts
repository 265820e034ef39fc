import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { RecordNotFoundError, StaleVersionError } from '../../platform/errors/common.errors.js';
import { Lists } from '../../platform/lists/lists.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { customerList } from '../customers/customer.list.js';
import { announce } from '../customers/customers.service.js';
import { MOST_LISTED, relationStatement, toRelationDto, type RelationRow } from './relation-reads.js';
import type {
  ChangeRelationDto,
  CreateRelationDto,
  RelationDto,
  RelationKindDto,
  RelationListDto,
} from './relation.dto.js';
import { CustomerRelation, CustomerRelationKind } from './relation.entity.js';
import { HasParentError, ParentInRecycleBinError, refused } from './relation.errors.js';
import { refuseLoop } from './relation-loops.js';

const KINDS = `
  select code, name_zh as "nameZh", name_en as "nameEn", from_zh as "fromZh", from_en as "fromEn", to_zh as "toZh", to_en as "toEn",
         is_symmetric as "isSymmetric", is_acyclic as "isAcyclic" from customer_relation_kinds order by position, code`;
const ENDS = `
  select id, name, owner_id as "ownerId", department_id as "departmentId" from customers
   where id = any($1::uuid[]) and deleted_at is null order by id for share`;
const PARENT = `
  select c.name, c.owner_id as "ownerId", c.department_id as "departmentId", c.deleted_at is not null as "isInBin"
    from customer_relations r join customers c on c.id = r.from_id where r.to_id = $1 and r.kind = 'subsidiary'`;

interface End {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly departmentId: string | null;
}

/** How customers stand to each other. Both ends must be the caller's to see, one of them hers to change. */
@Injectable()
export class RelationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: Rows,
    private readonly lists: Lists,
  ) {}

  kinds(): Promise<RelationKindDto[]> {
    return this.rows.all<RelationKindDto>(KINDS);
  }

  async listOf(customerId: string, actor: Actor): Promise<RelationListDto> {
    await this.lists.one(customerList, customerId, actor);
    const { text, values } = relationStatement({ customerId }, actor);
    const found = await this.rows.toSend<RelationRow>(text, values);
    const items = found.slice(0, MOST_LISTED).map((row) => toRelationDto(row, actor));
    return { items, isCut: found.length > MOST_LISTED };
  }

  async create({ kind: code, fromId, toId, note }: CreateRelationDto, actor: Actor): Promise<RelationDto> {
    const id = await this.work.run(actor, 'customer-relation.create', async (unit) => {
      if (fromId === toId) throw refused('/toId', 'relatedToItself', 'A customer is not related to itself.');
      const kind = await unit.manager.findOne(CustomerRelationKind, { where: { code } });
      if (!kind) throw refused('/kind', 'choice', 'There is no such kind of relation.');
      const { from, to } = await endsOf(unit, fromId, toId);
      if (kind.isAcyclic) await refuseLoop(unit, code, fromId, toId);
      if (code === 'subsidiary') await refuseSecondParent(unit, to);
      const made = await unit.manager.insert(CustomerRelation, {
        kind: code,
        fromId,
        toId,
        note: note || null,
      });
      for (const end of [from, to]) announce(unit, 'customer.related', end);
      return made.identifiers[0]!.id as string;
    });
    return this.read(id, actor);
  }

  async change(
    id: string,
    { note }: ChangeRelationDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<RelationDto> {
    await this.read(id, actor);
    await this.work.run(actor, 'customer-relation.change', async (unit) => {
      const relation = await this.held(unit, id, version);
      relation.note = note || null;
      relation.updatedAt = new Date();
      await unit.manager.save(relation);
    });
    return this.read(id, actor);
  }

  async remove(id: string, version: number | undefined, actor: Actor): Promise<void> {
    await this.read(id, actor);
    await this.work.run(actor, 'customer-relation.delete', async (unit) => {
      await this.held(unit, id, version);
      await unit.manager.delete(CustomerRelation, { id });
    });
  }

  private async read(id: string, actor: Actor): Promise<RelationDto> {
    const { text, values } = relationStatement({ id }, actor);
    const [row] = await this.rows.toSend<RelationRow>(text, values);
    if (!row) throw new RecordNotFoundError('customer-relation', id);
    return toRelationDto(row, actor);
  }

  /** @throws RecordNotFoundError unless the caller may change one of its ends */
  private async held(unit: Unit, id: string, version: number | undefined): Promise<CustomerRelation> {
    const relation = await unit.manager.findOne(CustomerRelation, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!relation) throw new RecordNotFoundError('customer-relation', id);
    const { from, to } = await endsOf(unit, relation.fromId, relation.toId);
    if (version !== undefined && version !== relation.version) throw new StaleVersionError(relation.version);
    for (const end of [from, to]) announce(unit, 'customer.related', end);
    return relation;
  }
}

/** Both ends, held so that neither is deleted meanwhile; in one order, whoever comes first. */
async function endsOf(unit: Unit, fromId: string, toId: string): Promise<{ from: End; to: End }> {
  const ends = await unit.query<End>(ENDS, [[fromId, toId]]);
  const end = (id: string, pointer: string): End => {
    const found = ends.find((each) => each.id === id);
    if (found && isWithinScope(found, 'customer:read', unit.actor)) return found;
    throw refused(pointer, 'reference', 'There is no such customer, or it is not yours to see.');
  };
  const both = { from: end(fromId, '/fromId'), to: end(toId, '/toId') };
  if (!Object.values(both).some((each) => isWithinScope(each, 'customer:change', unit.actor)))
    throw new RecordNotFoundError('customer', fromId);
  return both;
}

async function refuseSecondParent(unit: Unit, child: End): Promise<void> {
  const [parent] = await unit.query<Omit<End, 'id'> & { isInBin: boolean }>(PARENT, [child.id]);
  if (!parent) return;
  const seen = isWithinScope(parent, 'customer:read', unit.actor);
  const Refusal = parent.isInBin ? ParentInRecycleBinError : HasParentError;
  throw new Refusal(child.name, seen ? parent.name : null);
}
