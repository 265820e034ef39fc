import { Injectable } from '@nestjs/common';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { AlreadyUnderWayError, NoFlowError } from '../approval.errors.js';
import { DocumentTypes, type DocumentType, type SubmittedDocument } from '../document-types.js';
import { readDepartmentTree } from '../flows/department-tree.js';
import type { FlowDefinition } from '../flows/flow-definition.js';
import { routeOf } from '../flows/route.js';
import { refuseIllegal } from './approval.transitions.js';
import { checkedChoices, type Choices } from './choices.js';
import { Notices } from './notices.js';
import { Progress } from './progress.js';
import { announce, change, lockRun, note, type Run } from './run.js';
import { takeSnapshot } from './snapshots.js';

const OPEN = `select id, state from approvals
  where document_type = $1 and document_id = $2 and state in ('running', 'returned') for update`;
const ACTIVE_FLOW = `select v.id, v.definition from approval_flow_versions v join approval_flows f on f.id = v.flow_id
  where f.document_type = $1 and f.is_active and v.state = 'active'`;
const ADD = `insert into approvals (document_type, document_id, document_number, title, link, amount, flow_version_id, submitter_id,
    department_id, owner_id, choices)
  values ($1, $2, $3, $4, $5, $6, $7, $8, (select department_id from users where id = $8), $9, $10) returning id`;
const TAKE_PART = `insert into approval_participants (approval_id, user_id) values ($1, $2) on conflict do nothing`;
const ASKED = `select distinct assignee_id as id from approval_tasks where approval_id = $1 and state in ('open', 'approved')`;

export interface Submission {
  readonly documentType: string;
  readonly documentId: string;
  /** Node id → people, for stages that the submitter fills. */
  readonly choices?: Choices;
  readonly words?: string | null;
}

/**
 * What modules ask of the engine, in their own transaction and before they lock their document: the run is always locked
 * first, then the document, so that a decision and a withdrawal never wait for each other.
 */
@Injectable()
export class Approvals {
  constructor(
    private readonly types: DocumentTypes,
    private readonly progress: Progress,
    private readonly notices: Notices,
  ) {}

  /**
   * Sends a document on its way, or again after a return; then only what the flow says is asked anew.
   * @returns id of the approval
   * @throws RecordNotFoundError, AlreadyUnderWayError, NoFlowError, InvalidInputError (choices), what the module's hook throws
   */
  async submit(unit: Unit, { documentType, documentId, choices = {}, words }: Submission): Promise<string> {
    const type = this.types.of(documentType);
    const [open] = await unit.query<{ id: string; state: string }>(OPEN, [documentType, documentId]);
    if (open?.state === 'running') throw new AlreadyUnderWayError();
    const document = await type.load(unit, documentId);
    if (!document) throw new RecordNotFoundError(documentType, documentId);
    const run = open
      ? await this.resume(unit, open.id, document, choices)
      : await this.begin(unit, type, documentId, document, choices);
    await type.onSubmitted(unit, {
      approvalId: run.id,
      documentId,
      byUserId: unit.actor.id,
      reason: words ?? null,
    });
    await note(unit, run, open ? 'resubmitted' : 'submitted', { words });
    await this.progress.advance(unit, run, run.flow.nodes.find(({ kind }) => kind === 'start')!.id);
    await announce(unit, run, open ? 'approval.resubmitted' : 'approval.submitted');
    return run.id;
  }

  /** Taken back by who submitted it. @throws RecordNotFoundError, IllegalActionError */
  async withdraw(unit: Unit, approvalId: string, reason: string | null): Promise<void> {
    const run = await lockRun(unit, approvalId);
    if (run.submitterId !== unit.actor.id) throw new RecordNotFoundError('approval', approvalId);
    refuseIllegal(run.state, 'withdraw');
    const asked = await unit.query<{ id: string }>(ASKED, [run.id]);
    await this.progress.stop(unit, run, 'cancelled');
    run.state = 'withdrawn';
    await change(unit, run, { state: 'withdrawn', finished_at: new Date(), stuck_reason: null });
    await note(unit, run, 'withdrawn', { words: reason });
    await this.types.of(run.documentType).onWithdrawn(unit, {
      approvalId,
      documentId: run.documentId,
      byUserId: unit.actor.id,
      reason,
    });
    await this.notices.tell(
      unit,
      run,
      asked.map(({ id }) => id),
      'approval.withdrawn',
    );
    await announce(unit, run, 'approval.withdrawn');
  }

  /** The same by the document. @throws RecordNotFoundError when none is under way */
  async withdrawDocument(
    unit: Unit,
    documentType: string,
    documentId: string,
    reason: string | null,
  ): Promise<void> {
    const [open] = await unit.query<{ id: string }>(OPEN, [documentType, documentId]);
    if (!open) throw new RecordNotFoundError('approval', documentId);
    await this.withdraw(unit, open.id, reason);
  }

  private async begin(
    unit: Unit,
    { name }: DocumentType,
    documentId: string,
    document: SubmittedDocument,
    choices: Choices,
  ): Promise<Run> {
    const [flow] = await unit.query<{ id: string; definition: FlowDefinition }>(ACTIVE_FLOW, [name]);
    if (!flow) throw new NoFlowError(name);
    const kept = await this.choicesFor(unit, flow.definition, document, choices);
    const { number, title, link, amount, ownerId } = document;
    const values = [name, documentId, number, title, link, amount, flow.id, unit.actor.id, ownerId];
    const [added] = await unit.query<{ id: string }>(ADD, [...values, JSON.stringify(kept)]);
    await unit.query(TAKE_PART, [added!.id, unit.actor.id]);
    const snapshotId = await takeSnapshot(unit, added!.id, 1, document);
    await unit.query(`update approvals set snapshot_id = $2 where id = $1`, [added!.id, snapshotId]);
    return lockRun(unit, added!.id, { asAnybody: true });
  }

  /** The same run in its next round; it keeps its flow, the choices may be made anew. */
  private async resume(unit: Unit, id: string, document: SubmittedDocument, choices: Choices): Promise<Run> {
    const before = await lockRun(unit, id, { asAnybody: true });
    const kept = await this.choicesFor(unit, before.flow, document, { ...before.choices, ...choices });
    const round = before.round + 1;
    const snapshotId = await takeSnapshot(unit, id, round, document);
    await change(unit, before, {
      state: 'running',
      round,
      snapshot_id: snapshotId,
      choices: JSON.stringify(kept),
      document_number: document.number,
      title: document.title,
      link: document.link,
      amount: document.amount,
      owner_id: document.ownerId,
      submitted_at: new Date(),
    });
    await unit.query(TAKE_PART, [id, unit.actor.id]);
    return lockRun(unit, id, { asAnybody: true });
  }

  private async choicesFor(
    unit: Unit,
    flow: FlowDefinition,
    { facts }: SubmittedDocument,
    choices: Choices,
  ): Promise<Choices> {
    const route = routeOf(flow, facts, await readDepartmentTree(unit.query));
    return checkedChoices(unit, route, choices);
  }
}
