import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  compareRendered,
  DocumentTypes,
  type ApprovalOutcome,
  type DocumentType,
  type SubmittedDocument,
} from '../../approval/index.js';
import type { Actor } from '../../platform/auth/actor.js';
import { lockRecord } from '../../platform/database/lock-record.js';
import { Rows } from '../../platform/database/rows.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { isWithinScope } from '../../platform/lists/scope.js';
import { announceRevision, companyToday, openRevision } from './open-revision.js';
import { BESIDE, MARGIN, OLD_PRICE } from './old-prices.js';
import {
  renderRevision,
  REVISION_FACTS,
  REVISION_SECTIONS,
  revisionFacts,
  type SubmittedLine,
  type SubmittedRevision,
} from './price-revision.document.js';
import { PriceRevision, type RevisionState } from './price-revision.entity.js';
import { backdated, EffectiveDayPassedError } from './price-revision.errors.js';
import { PRICE_REVISION, refuseEmpty } from './price-revisions.service.js';
import { refuseRevisionAction, type RevisionAction } from './price-revision.transitions.js';
import { refuseClashes, takeEffect } from './revision-effect.js';

const LINES = `
  select t.name || ' · ' || p.code || ' ' || p.name || case when l.unit <> '' then ' / ' || l.unit else '' end
           || case when l.min_quantity > 0 then ' ≥ ' || trim_scale(l.min_quantity) else '' end as key,
         t.name as "table", p.name as product, p.code, l.unit, trim_scale(l.min_quantity)::text as "minQuantity",
         price_text(old.price) as old, price_text(l.price) as price, round(l.price / nullif(old.price, 0) - 1, 4)::text as "changeRate",
         price_text(l.floor_price) as floor,
         ${MARGIN}::text as margin, price_text(beside.rival) as competitor
    from price_revision_lines l join price_revisions r on r.id = l.revision_id join price_tables t on t.id = l.table_id
    join products p on p.id = l.product_id ${OLD_PRICE} ${BESIDE}
   where l.revision_id = $1 order by t.name, p.code, l.unit, l.min_quantity`;

/** What was compared with is kept with the lines from here on: what happens later must not change what was reviewed. */
const KEEP_COMPARED = `
  update price_revision_lines k
     set old_price = n.price, old_floor_price = n.floor, cost = n.cost, rival_price = n.rival, version = k.version + 1, updated_at = now()
    from (select l.id, old.price, old.floor, beside.cost, beside.rival
            from price_revision_lines l join price_revisions r on r.id = l.revision_id join price_tables t on t.id = l.table_id
            join products p on p.id = l.product_id ${OLD_PRICE} ${BESIDE}
           where l.revision_id = $1) n
   where k.id = n.id`;

/** Price revisions in the approval engine: what reviewers see, and what their consent does. */
@Injectable()
export class PriceRevisionApproval implements DocumentType<SubmittedRevision>, OnModuleInit {
  readonly name = PRICE_REVISION;
  readonly label = { zh: '调价单', en: 'Price revision' };
  readonly facts = REVISION_FACTS;
  readonly sections = REVISION_SECTIONS;
  readonly render = renderRevision;

  constructor(
    private readonly types: DocumentTypes,
    private readonly rows: Rows,
  ) {}

  onModuleInit(): void {
    this.types.register(this);
  }

  readonly compare = (before: SubmittedRevision, after: SubmittedRevision) =>
    compareRendered(renderRevision(before), renderRevision(after));

  async load(unit: Unit, id: string): Promise<SubmittedDocument<SubmittedRevision> | undefined> {
    const revision = await unit.manager.findOne(PriceRevision, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!revision || revision.deletedAt) return undefined;
    const lines = await unit.query<SubmittedLine>(LINES, [id]);
    const { number, title, effectiveOn, reason, backdatingReason } = revision;
    const content = { number, title, effectiveOn, reason, backdatingReason, lines };
    return {
      title,
      number,
      link: `/price-revisions/${id}`,
      ownerId: revision.ownerId,
      departmentId: revision.departmentId,
      amount: null,
      facts: revisionFacts(content, revision.departmentId),
      content,
    };
  }

  async mayRead(actor: Actor, id: string): Promise<boolean> {
    const revision = await this.rows.one<Pick<PriceRevision, 'ownerId' | 'departmentId'>>(
      'select owner_id as "ownerId", department_id as "departmentId" from price_revisions where id = $1',
      [id],
    );
    return !!revision && isWithinScope(revision, 'price-revision:read', actor);
  }

  async onSubmitted(unit: Unit, { documentId }: ApprovalOutcome): Promise<void> {
    const revision = await openRevision(unit, documentId, 'submit');
    await refuseEmpty(unit, documentId);
    if (revision.effectiveOn < (await companyToday(unit)) && !revision.backdatingReason)
      throw backdated(true);
    await refuseClashes(unit, documentId, revision.effectiveOn);
    await unit.query(KEEP_COMPARED, [documentId]);
    await this.become(unit, revision, 'in_review', 'price-revision.submitted');
  }

  /** The prices are written now, with the day from which they hold; nothing has to happen on that day. */
  async onApproved(unit: Unit, { documentId }: ApprovalOutcome): Promise<void> {
    const revision = await this.locked(unit, documentId, 'approve');
    if (revision.effectiveOn < (await companyToday(unit)) && !revision.backdatingReason)
      throw new EffectiveDayPassedError(revision.effectiveOn);
    await takeEffect(unit, documentId, revision.effectiveOn);
    revision.approvedAt = new Date();
    await this.become(unit, revision, 'approved', 'price-revision.approved');
  }

  async onReturned(unit: Unit, { documentId }: ApprovalOutcome): Promise<void> {
    const revision = await this.locked(unit, documentId, 'return');
    await this.become(unit, revision, 'returned', 'price-revision.returned');
  }

  async onWithdrawn(unit: Unit, { documentId }: ApprovalOutcome): Promise<void> {
    const revision = await this.locked(unit, documentId, 'take-back');
    await this.become(unit, revision, 'draft', 'price-revision.taken-back');
  }

  /** Ended from outside: back to a draft, if it is still there. */
  async onTerminated(unit: Unit, { documentId }: ApprovalOutcome): Promise<void> {
    const revision = await unit.manager.findOneBy(PriceRevision, { id: documentId });
    if (revision?.state === 'in_review' || revision?.state === 'returned')
      await this.become(unit, revision, 'draft', 'price-revision.taken-back');
  }

  private async locked(unit: Unit, id: string, action: RevisionAction): Promise<PriceRevision> {
    const revision = await lockRecord(unit, PriceRevision, 'price revision', id);
    refuseRevisionAction(revision, action, await companyToday(unit));
    return revision;
  }

  private async become(
    unit: Unit,
    revision: PriceRevision,
    state: RevisionState,
    event: string,
  ): Promise<void> {
    Object.assign(revision, { state, updatedAt: new Date() });
    await unit.manager.save(revision);
    announceRevision(unit, event, revision.id, { effectiveOn: revision.effectiveOn });
  }
}
