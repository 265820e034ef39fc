import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import {
  IllegalActionError,
  InvalidInputError,
  RecordNotFoundError,
} from '../../platform/errors/common.errors.js';
import type { ListDefinition } from '../../platform/lists/list-definition.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { DocumentTypes } from '../document-types.js';
import { activePeople } from '../runs/people.js';
import type { CreateDelegationDto, DelegationDto } from './delegation.dto.js';
import { allDelegationList, delegationList } from './delegation.list.js';
import { Substitution } from './substitution.js';

const ADD = `insert into approval_delegations (principal_id, substitute_id, starts_at, ends_at, document_types, reason)
  values ($1, $2, $3, $4, $5, $6) returning id`;
const LOCK = `select principal_id as "principalId", ended_at is not null or ends_at <= $2 as "isOver" from approval_delegations where id = $1 for update`;

/** Substitutes while somebody is away. What they decide says for whom. */
@Injectable()
export class DelegationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
    private readonly clock: Clock,
    private readonly types: DocumentTypes,
    private readonly substitution: Substitution,
  ) {}

  async page(list: ListDefinition, query: RawQuery, actor: Actor): Promise<Page<DelegationDto>> {
    const page = await this.lists.page<DelegationDto>(list, query, actor);
    return { ...page, items: page.items.map((one) => withActions(one, actor)) };
  }

  /** What is open already goes to the substitute, too, once the time begins. @throws DelegationOverlapError */
  async create(dto: CreateDelegationDto, actor: Actor): Promise<DelegationDto> {
    const principalId = dto.principalId ?? actor.id;
    if (principalId !== actor.id && !may(actor, 'approval:administer'))
      throw wrong('/principalId', 'reference', 'Only your own.');
    this.refuseWrong(dto, principalId);
    const id = await this.work.run(actor, 'delegation.create', async (unit) => {
      const people = await activePeople(unit, [dto.substituteId, principalId]);
      if (people.length < 2) throw wrong('/substituteId', 'reference', 'Choose an active colleague.');
      const { substituteId, startsAt, endsAt, documentTypes = [], reason = null } = dto;
      const values = [principalId, substituteId, startsAt, endsAt, documentTypes, reason];
      const [added] = await unit.query<{ id: string }>(ADD, values);
      await this.substitution.applyDue(unit, added!.id);
      announce(unit, 'delegation.created', added!.id, [principalId, substituteId]);
      return added!.id;
    });
    return this.read(id, principalId, actor);
  }

  /** From now on it does not count; what the substitute was asked meanwhile stays with her. */
  async end(id: string, actor: Actor): Promise<DelegationDto> {
    const principalId = await this.work.run(actor, 'delegation.end', async (unit) => {
      const [found] = await unit.query<{ principalId: string; isOver: boolean }>(LOCK, [
        id,
        this.clock.now(),
      ]);
      const isTheirs = found && (found.principalId === actor.id || may(actor, 'approval:administer'));
      if (!isTheirs) throw new RecordNotFoundError('delegation', id);
      if (found.isOver) throw new IllegalActionError('delegation', 'end', 'over');
      await unit.query(
        `update approval_delegations set ended_at = now(), version = version + 1, updated_at = now() where id = $1`,
        [id],
      );
      announce(unit, 'delegation.ended', id, [found.principalId]);
      return found.principalId;
    });
    return this.read(id, principalId, actor);
  }

  private async read(id: string, principalId: string, actor: Actor): Promise<DelegationDto> {
    const list = principalId === actor.id ? delegationList : allDelegationList;
    return withActions(await this.lists.one<DelegationDto>(list, id, actor), actor);
  }

  private refuseWrong(
    { substituteId, startsAt, endsAt, documentTypes = [] }: CreateDelegationDto,
    principalId: string,
  ): void {
    if (substituteId === principalId) throw wrong('/substituteId', 'self', 'Choose somebody else.');
    const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
    if (Number.isNaN(from)) throw wrong('/startsAt', 'timestamptz', 'This is no instant.');
    if (Number.isNaN(to) || to <= from) throw wrong('/endsAt', 'period', 'It must end after it begins.');
    if (to <= this.clock.now().getTime()) throw wrong('/endsAt', 'past', 'This time is over already.');
    const unknown = documentTypes.findIndex((name) => !this.types.find(name));
    if (unknown >= 0)
      throw wrong(`/documentTypes/${unknown}`, 'reference', 'There is no such kind of document.');
  }
}

const wrong = (pointer: string, rule: string, detail: string) =>
  new InvalidInputError([{ pointer, rule, detail }]);

function announce(unit: Unit, name: string, recordId: string, userIds: readonly string[]): void {
  for (const userId of userIds) unit.emit({ name, resource: 'delegation', recordId, audience: { userId } });
}

function withActions(delegation: Omit<DelegationDto, 'allowedActions'>, actor: Actor): DelegationDto {
  const isOpen = delegation.state === 'planned' || delegation.state === 'running';
  const isTheirs = delegation.principalId === actor.id || may(actor, 'approval:administer');
  return { ...delegation, allowedActions: isOpen && isTheirs ? ['end'] : [] };
}
