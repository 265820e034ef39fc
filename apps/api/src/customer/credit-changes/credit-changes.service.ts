import { Injectable } from '@nestjs/common';
import { Approvals } from '../../approval/index.js';
import type { Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { InvalidInputError, RecordNotFoundError } from '../../platform/errors/common.errors.js';
import type { RawQuery } from '../../platform/lists/list-request.js';
import { Lists, type Page } from '../../platform/lists/lists.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { Customer } from '../customers/customer.entity.js';
import { customerList } from '../customers/customer.list.js';
import type {
  ChangeCreditChangeDto,
  CreateCreditChangeDto,
  CreditChangeDto,
  SubmitCreditChangeDto,
  WithdrawCreditChangeDto,
} from './credit-change.dto.js';
import { CreditChange } from './credit-change.entity.js';
import './credit-change.errors.js';
import { creditChangeList } from './credit-change.list.js';
import { allowedCreditChangeActions, refuseIllegal } from './credit-change.transitions.js';

const OWN_FILES = `select count(*)::int as count from files where id = any($1::uuid[]) and (created_by = $2 or id = any($3::uuid[]))`;
const REQUEST = 'credit-limit-change:create';

/** Asking for another credit limit. That it takes effect is the approval's doing (`credit-change.approval.ts`). */
@Injectable()
export class CreditChangesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
    private readonly approvals: Approvals,
  ) {}

  async page(query: RawQuery, actor: Actor): Promise<Page<CreditChangeDto>> {
    const page = await this.lists.page<CreditChangeDto>(creditChangeList, query, actor);
    return { ...page, items: page.items.map((change) => withActions(change, actor)) };
  }

  async read(id: string, actor: Actor): Promise<CreditChangeDto> {
    return withActions(await this.lists.one<CreditChangeDto>(creditChangeList, id, actor), actor);
  }

  /** For a customer that the caller may see. */
  async create(dto: CreateCreditChangeDto, actor: Actor): Promise<CreditChangeDto> {
    await this.refuseUnseenCustomer(dto.customerId, actor);
    const id = await this.work.run(actor, 'credit-limit-change.create', async (unit) => {
      await lockRecord(unit, Customer, 'customer', dto.customerId);
      await refuseForeignFiles(unit, dto.fileIds ?? [], []);
      const inserted = await unit.manager.insert(CreditChange, {
        ...dto,
        ownerId: actor.id,
        departmentId: actor.departmentId,
      });
      const changeId = inserted.identifiers[0]!.id as string;
      announce(unit, 'credit-limit-change.created', changeId, actor.id, actor.departmentId);
      return changeId;
    });
    return this.read(id, actor);
  }

  /** Before it is submitted, or again. @throws IllegalActionError while it is under review */
  async change(
    id: string,
    dto: ChangeCreditChangeDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<CreditChangeDto> {
    await this.work.run(actor, 'credit-limit-change.change', async (unit) => {
      const change = await lockRecord(unit, CreditChange, 'credit-limit-change', id, {
        version,
        permission: REQUEST,
      });
      refuseIllegal(change.state, 'change');
      if (dto.fileIds) await refuseForeignFiles(unit, dto.fileIds, change.fileIds);
      Object.assign(change, dto, { updatedAt: new Date() });
      await unit.manager.save(change);
      announce(unit, 'credit-limit-change.changed', id, change.ownerId, change.departmentId);
    });
    return this.read(id, actor);
  }

  async submit(
    id: string,
    { choices, words }: SubmitCreditChangeDto,
    actor: Actor,
  ): Promise<CreditChangeDto> {
    await this.refuseBeyond(id, actor);
    await this.work.run(actor, 'credit-limit-change.submit', (unit) =>
      this.approvals.submit(unit, {
        documentType: 'credit-limit-change',
        documentId: id,
        choices: checked(choices),
        words,
      }),
    );
    return this.read(id, actor);
  }

  async withdraw(id: string, { reason }: WithdrawCreditChangeDto, actor: Actor): Promise<CreditChangeDto> {
    await this.refuseBeyond(id, actor);
    await this.work.run(actor, 'credit-limit-change.withdraw', (unit) =>
      this.approvals.withdrawDocument(unit, 'credit-limit-change', id, reason ?? null),
    );
    return this.read(id, actor);
  }

  /** Looked at without a lock: the engine takes the run first, then the document. */
  private async refuseBeyond(id: string, actor: Actor): Promise<void> {
    const change = await this.lists.one<CreditChangeDto>(creditChangeList, id, actor);
    if (!isWithinScope(change, REQUEST, actor)) throw new RecordNotFoundError('credit-limit-change', id);
  }

  private async refuseUnseenCustomer(customerId: string, actor: Actor): Promise<void> {
    try {
      await this.lists.one(customerList, customerId, actor);
    } catch (error) {
      if (!(error instanceof RecordNotFoundError)) throw error;
      throw new InvalidInputError([
        { pointer: '/customerId', rule: 'reference', detail: 'There is no such customer.' },
      ]);
    }
  }
}

async function refuseForeignFiles(
  unit: Unit,
  fileIds: readonly string[],
  kept: readonly string[],
): Promise<void> {
  const wanted = [...new Set(fileIds)];
  const [own] = await unit.query<{ count: number }>(OWN_FILES, [wanted, unit.actor.id, kept]);
  if (own!.count < wanted.length)
    throw new InvalidInputError([
      { pointer: '/fileIds', rule: 'reference', detail: 'Upload the files first.' },
    ]);
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Free-form JSON comes as anything. */
function checked(choices: Record<string, unknown> = {}): Record<string, string[]> {
  const wrong = Object.entries(choices).filter(
    ([, ids]) => !Array.isArray(ids) || !ids.every((id) => typeof id === 'string' && ID.test(id)),
  );
  if (wrong.length === 0) return choices as Record<string, string[]>;
  throw new InvalidInputError(
    wrong.map(([node]) => ({
      pointer: `/choices/${node}`,
      rule: 'isUuid',
      detail: 'A list of user ids is wanted.',
    })),
  );
}

function announce(
  unit: Unit,
  name: string,
  recordId: string,
  ownerId: string | null,
  departmentId: string | null,
): void {
  const audience = { permission: 'credit-limit-change:read', ownerId, departmentId };
  unit.emit({ name, resource: 'credit-limit-change', recordId, audience });
}

const withActions = (change: Omit<CreditChangeDto, 'allowedActions'>, actor: Actor): CreditChangeDto => ({
  ...change,
  allowedActions: allowedCreditChangeActions(change, actor),
});
