import { Injectable } from '@nestjs/common';
import { may, type Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { UnitOfWork, type Unit } from '../../platform/database/unit-of-work.js';
import { Lists } from '../../platform/lists/lists.js';
import { Approvals } from '../../approval/index.js';
import { announceRevision, companyToday, openRevision } from './open-revision.js';
import { OLD_PRICE } from './old-prices.js';
import type {
  ChangePriceRevisionDto,
  CreatePriceRevisionDto,
  PriceRevisionDto,
  SubmitPriceRevisionDto,
} from './price-revision.dto.js';
import { PriceRevision } from './price-revision.entity.js';
import { backdated, EmptyRevisionError, UnusualPricesError } from './price-revision.errors.js';
import { priceRevisionList } from './price-revision.list.js';
import { allowedRevisionActions } from './price-revision.transitions.js';
import { refuseClashes, takeBack } from './revision-effect.js';

export const PRICE_REVISION = 'price-revision';

const UNUSUAL = `
  select p.name as product, t.name as "table", price_text(old.price) as old, price_text(l.price) as price
    from price_revision_lines l join price_revisions r on r.id = l.revision_id join products p on p.id = l.product_id
    join price_tables t on t.id = l.table_id ${OLD_PRICE}
   where l.revision_id = $1 and (l.price >= old.price * 10 or l.price <= old.price / 10) order by p.code limit 20`;

/** Life of a price revision, up to its approval and back; what it does to the prices is `revision-effect`. */
@Injectable()
export class PriceRevisionsService {
  constructor(
    private readonly rows: Rows,
    private readonly work: UnitOfWork,
    private readonly lists: Lists,
    private readonly approvals: Approvals,
  ) {}

  async read(id: string, actor: Actor): Promise<PriceRevisionDto> {
    const revision = await this.lists.one<PriceRevisionDto>(priceRevisionList, id, actor);
    const [withActions] = await this.withAllowedActions([revision], actor);
    return withActions!;
  }

  async withAllowedActions(revisions: PriceRevisionDto[], actor: Actor): Promise<PriceRevisionDto[]> {
    const { today } = (await this.rows.one<{ today: string }>('select company_today()::text as today'))!;
    return revisions.map((revision) =>
      Object.assign(revision, { allowedActions: allowedRevisionActions(revision, actor, today) }),
    );
  }

  async create(dto: CreatePriceRevisionDto, actor: Actor): Promise<PriceRevisionDto> {
    const id = await this.work.run(actor, 'price-revision.create', async (unit) => {
      const { id: ownerId, departmentId } = actor;
      const inserted = await unit.manager.insert(PriceRevision, { ...dto, ownerId, departmentId });
      const revisionId = inserted.identifiers[0]!.id as string;
      announceRevision(unit, 'price-revision.created', revisionId);
      return revisionId;
    });
    return this.read(id, actor);
  }

  async change(
    id: string,
    dto: ChangePriceRevisionDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<PriceRevisionDto> {
    await this.work.run(actor, 'price-revision.change', async (unit) => {
      const revision = await openRevision(unit, id, 'change', version);
      Object.assign(revision, dto, { updatedAt: new Date() });
      await unit.manager.save(revision);
      announceRevision(unit, 'price-revision.changed', id);
    });
    return this.read(id, actor);
  }

  /**
   * Looks at everything a reviewer should not have to find, then sends it on its way. Two transactions: the engine locks its
   * run before the document, never after it.
   */
  async submit(
    id: string,
    dto: SubmitPriceRevisionDto,
    version: number | undefined,
    actor: Actor,
  ): Promise<PriceRevisionDto> {
    await this.work.run(actor, 'price-revision.submit', async (unit) => {
      const revision = await openRevision(unit, id, 'submit', version);
      await refuseEmpty(unit, id);
      await this.settleDay(unit, revision, dto, actor);
      await refuseClashes(unit, id, revision.effectiveOn);
      if (!dto.confirmUnusual) await refuseUnusual(unit, id);
    });
    await this.work.run(actor, 'price-revision.submit', (unit) =>
      this.approvals.submit(unit, {
        documentType: PRICE_REVISION,
        documentId: id,
        choices: dto.choices,
        words: dto.words,
      }),
    );
    return this.read(id, actor);
  }

  /** From review back to the draft, or, once approved, before its day: then the old prices go on. */
  async withdraw(id: string, reason: string | null, actor: Actor): Promise<PriceRevisionDto> {
    const { state } = await this.lists.one<PriceRevisionDto>(priceRevisionList, id, actor);
    await this.work.run(actor, 'price-revision.withdraw', async (unit) => {
      if (state === 'in_review') return this.approvals.withdrawDocument(unit, PRICE_REVISION, id, reason);
      const revision = await openRevision(unit, id, 'withdraw');
      await takeBack(unit, id);
      Object.assign(revision, { state: 'withdrawn', withdrawnAt: new Date(), updatedAt: new Date() });
      await unit.manager.save(revision);
      announceRevision(unit, 'price-revision.withdrawn', id, { effectiveOn: revision.effectiveOn });
    });
    return this.read(id, actor);
  }

  private async settleDay(
    unit: Unit,
    revision: PriceRevision,
    { backdatingReason }: SubmitPriceRevisionDto,
    actor: Actor,
  ): Promise<void> {
    const isPast = revision.effectiveOn < (await companyToday(unit));
    const isAllowed = may(actor, 'price-revision:backdate');
    if (isPast && (!isAllowed || !(backdatingReason || revision.backdatingReason)))
      throw backdated(isAllowed);
    const reason = isPast ? backdatingReason || revision.backdatingReason : null;
    if (reason === revision.backdatingReason) return;
    Object.assign(revision, { backdatingReason: reason, updatedAt: new Date() });
    await unit.manager.save(revision);
  }
}

export async function refuseEmpty(unit: Unit, id: string): Promise<void> {
  const [line] = await unit.query('select 1 from price_revision_lines where revision_id = $1 limit 1', [id]);
  if (!line) throw new EmptyRevisionError();
}

async function refuseUnusual(unit: Unit, id: string): Promise<void> {
  const lines = await unit.query<{ product: string; table: string; old: string; price: string }>(UNUSUAL, [
    id,
  ]);
  if (lines.length > 0) throw new UnusualPricesError(lines);
}
