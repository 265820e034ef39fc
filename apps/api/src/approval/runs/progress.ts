import { Injectable } from '@nestjs/common';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { DocumentTypes } from '../document-types.js';
import { readDepartmentTree } from '../flows/department-tree.js';
import { nodeOf, type CopyNode } from '../flows/flow-definition.js';
import { nextOf } from '../flows/route.js';
import { Copies } from './copies.js';
import { Notices } from './notices.js';
import { peopleOf } from './people.js';
import { announce, change, note, type Run } from './run.js';
import { StageEntry } from './stage-entry.js';
import { activeStage, closeStage } from './stage-settlement.js';

/** Moves a run along its flow. */
@Injectable()
export class Progress {
  constructor(
    private readonly types: DocumentTypes,
    private readonly entry: StageEntry,
    private readonly copies: Copies,
    private readonly notices: Notices,
  ) {}

  /** From a node on until somebody is asked or the end is reached. @param mustAsk this node's stage, whatever it agreed to */
  async advance(unit: Unit, run: Run, nodeId: string, mustAsk = false): Promise<void> {
    const departments = await readDepartmentTree(unit.query);
    let isAsked = mustAsk;
    for (let id: string | null = nodeId; id !== null;) {
      const node = nodeOf(run.flow, id)!;
      if (node.kind === 'end') return this.finish(unit, run);
      if (node.kind === 'stage' && (await this.entry.enter(unit, run, node, isAsked))) return;
      if (node.kind === 'copy') await this.copy(unit, run, node);
      isAsked = false;
      id = nextOf(node, run.facts, departments);
    }
  }

  /** Back to the submitter, who may change the document and submit it again. */
  async returnToSubmitter(unit: Unit, run: Run, reason: string, byUserId: string): Promise<void> {
    await this.stop(unit, run, 'returned');
    run.state = 'returned';
    await change(unit, run, { state: 'returned', stuck_reason: null });
    await this.types
      .of(run.documentType)
      .onReturned(unit, { approvalId: run.id, documentId: run.documentId, byUserId, reason });
    await this.notices.tell(unit, run, [run.submitterId], 'approval.returned', { reason });
    await announce(unit, run, 'approval.returned');
  }

  /** Nobody is asked any more. */
  async stop(unit: Unit, run: Run, state: 'returned' | 'cancelled'): Promise<void> {
    const stage = await activeStage(unit, run.id);
    if (stage) await closeStage(unit, stage.id, state);
  }

  private async finish(unit: Unit, run: Run): Promise<void> {
    run.state = 'approved';
    await change(unit, run, { state: 'approved', finished_at: new Date(), stuck_reason: null });
    await note(unit, run, 'finished', { actorId: null });
    const { id: approvalId, documentId } = run;
    await this.types
      .of(run.documentType)
      .onApproved(unit, { approvalId, documentId, byUserId: unit.actor.id, reason: null });
    await this.notices.tell(unit, run, [run.submitterId], 'approval.approved');
    await announce(unit, run, 'approval.approved');
  }

  private async copy(unit: Unit, run: Run, node: CopyNode): Promise<void> {
    const people = [];
    for (const rule of node.recipients) people.push(...(await peopleOf(unit, rule, run, node.id)));
    await this.copies.send(
      unit,
      run,
      people.map(({ id }) => id),
      {
        reason: 'flow',
        nodeId: node.id,
        stageName: node.name,
      },
    );
  }
}
