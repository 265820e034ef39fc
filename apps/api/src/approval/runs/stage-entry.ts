import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import type { StageNode } from '../flows/flow-definition.js';
import { DocumentTypes } from '../document-types.js';
import type { Facts } from '../documents/facts.js';
import { after } from './due-time.js';
import { Notices } from './notices.js';
import { administrators, activePeople, leaderOf, peopleOf, substitutesOf } from './people.js';
import { isTouched } from './re-ask.js';
import { note, type Run } from './run.js';
import { seatsOf, withSubstitutes, type Asked, type Seat } from './seats.js';
import { closeStage, outcomeOf, tasksOf } from './stage-settlement.js';

const ADD_STAGE = `insert into approval_stages (approval_id, round, node_id, name, state, snapshot_id, ended_at, due_at, remind_at)
  values ($1, $2, $3, $4, $5, $6, case when $5 <> 'active' then now() end, $7, $8) returning id`;
const ADD_TASK = `insert into approval_tasks (approval_id, stage_id, seat, is_added, assignee_id, on_behalf_of_id, department_id, origin, state, waits_for)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`;
/** Of the last round in which the stage agreed, with what it agreed to. */
const AGREED_BEFORE = `select g.snapshot_id as "snapshotId", s.facts, s.content, n.content as now
  from approval_stages g join approval_snapshots s on s.id = g.snapshot_id join approval_snapshots n on n.id = $4
  where g.approval_id = $1 and g.node_id = $2 and g.round < $3 and g.state in ('approved', 'kept') order by g.id desc limit 1`;
/** Who has agreed to this version already, on the way that counts. */
const AGREED = `select distinct t.decided_by_id as id from approval_tasks t join approval_stages g on g.id = t.stage_id
  where g.approval_id = $1 and g.round = $2 and g.state = 'approved' and t.state = 'approved' and t.snapshot_id = $3`;

export interface NewTask extends Asked {
  readonly seat: number;
  readonly isAdded?: boolean;
  readonly state?: 'open' | 'waiting';
  readonly waitsFor?: readonly number[];
}

export async function addTask(unit: Unit, run: Run, stageId: string, task: NewTask): Promise<string> {
  const [added] = await unit.query<{ id: string }>(ADD_TASK, [
    run.id,
    stageId,
    task.seat,
    task.isAdded ?? false,
    task.id,
    task.onBehalfOfId,
    task.departmentId,
    task.origin,
    task.state ?? 'open',
    task.waitsFor ?? [],
  ]);
  return added!.id;
}

/** What happens when a run comes to a stage: who is asked, or why nobody needs to be. */
@Injectable()
export class StageEntry {
  constructor(
    private readonly clock: Clock,
    private readonly types: DocumentTypes,
    private readonly notices: Notices,
  ) {}

  /** @returns whether the run waits here; else it goes on */
  async enter(unit: Unit, run: Run, node: StageNode, mustAsk: boolean): Promise<boolean> {
    const place = { nodeId: node.id, stageName: node.name, actorId: null };
    const kept = mustAsk ? undefined : await this.agreedBefore(unit, run, node);
    if (kept) {
      await this.add(unit, run, node, 'kept', kept);
      await note(unit, run, 'stage-kept', place);
      return false;
    }
    const seats = await this.seats(unit, run, node);
    if (seats.length === 0 && node.whenEmpty === 'skip') {
      await this.add(unit, run, node, 'skipped', run.snapshotId);
      await note(unit, run, 'stage-skipped', { ...place, details: { reason: 'no-approver' } });
      return false;
    }
    const stageId = await this.add(unit, run, node, 'active', run.snapshotId);
    await note(unit, run, 'stage-entered', { ...place, people: peopleIn(seats) });
    const asked = await this.ask(unit, run, node, stageId, seats);
    if (seats.length > 0 && outcomeOf(node, await tasksOf(unit, stageId)).result === 'approved') {
      // They have agreed to this version before, and the flow says that once is enough.
      await closeStage(unit, stageId, 'approved');
      await note(unit, run, 'stage-approved', place);
      return false;
    }
    await this.notices.tell(unit, run, asked, 'approval.task', { stage: node.name });
    return true;
  }

  private async add(
    unit: Unit,
    run: Run,
    node: StageNode,
    state: string,
    snapshotId: string,
  ): Promise<string> {
    const now = this.clock.now();
    const { deadline } = node;
    const due = deadline && state === 'active' ? after(now, deadline.within, deadline.unit) : null;
    const remind =
      due && deadline!.remindBefore > 0
        ? after(now, deadline!.within - deadline!.remindBefore, deadline!.unit)
        : null;
    const values = [run.id, run.round, node.id, node.name, state, snapshotId, due, remind];
    return (await unit.query<{ id: string }>(ADD_STAGE, values))[0]!.id;
  }

  /** The version it agreed to, where nothing that concerns it changed since. */
  private async agreedBefore(unit: Unit, run: Run, node: StageNode): Promise<string | undefined> {
    if (node.reask !== 'touched' || run.round === 1) return undefined;
    const [before] = await unit.query<{ snapshotId: string; facts: Facts; content: unknown; now: unknown }>(
      AGREED_BEFORE,
      [run.id, node.id, run.round, run.snapshotId],
    );
    if (!before) return undefined;
    const differences = this.types.of(run.documentType).compare(before.content, before.now);
    return isTouched(node, before.facts, run.facts, differences) ? undefined : before.snapshotId;
  }

  private async seats(unit: Unit, run: Run, node: StageNode): Promise<Seat[]> {
    const rules = [];
    for (const rule of node.approvers) rules.push({ rule, people: await peopleOf(unit, rule, run, node.id) });
    const { submitterId, departmentId } = run;
    const submitterLeader = await leaderOf(unit, departmentId, { except: submitterId });
    const whenSubmitter = node.whenSubmitter ?? 'leader';
    const seats = seatsOf(rules, { submitterId, submitterLeader, whenSubmitter });
    const asked = seats.length > 0 ? seats : await this.fallback(unit, run, node);
    const ids = peopleIn(asked);
    const substitutes = await substitutesOf(unit, ids, run.documentType, this.clock.now());
    return asked.map((seat) => withSubstitutes(seat, substitutes, submitterId));
  }

  /** Nobody fits: a named person, else whoever administers approvals. */
  private async fallback(unit: Unit, run: Run, node: StageNode): Promise<Seat[]> {
    if (node.whenEmpty === 'skip') return [];
    const named =
      node.whenEmpty === 'person' && node.emptyUserId ? await activePeople(unit, [node.emptyUserId]) : [];
    const isFit = ({ id }: { id: string }) => id !== run.submitterId || node.whenSubmitter === 'allow';
    const fit = named.filter(isFit);
    const people = fit.length > 0 ? fit : (await administrators(unit)).filter(isFit);
    if (people.length === 0) return [];
    return [
      {
        people: people.map(({ id, departmentId }) => ({
          id,
          departmentId,
          origin: 'fallback',
          onBehalfOfId: null,
        })),
      },
    ];
  }

  /** @returns who is asked now */
  private async ask(
    unit: Unit,
    run: Run,
    node: StageNode,
    stageId: string,
    seats: readonly Seat[],
  ): Promise<string[]> {
    const agreed =
      node.whenRepeated === 'once'
        ? new Set(
            (await unit.query<{ id: string }>(AGREED, [run.id, run.round, run.snapshotId])).map(
              ({ id }) => id,
            ),
          )
        : new Set<string>();
    const open: string[] = [];
    for (const [seat, { people }] of seats.entries()) {
      const again = people.find(({ id }) => agreed.has(id));
      const waits = node.mode === 'in-order' && open.length > 0;
      for (const person of again ? [again] : people) {
        const id = await addTask(unit, run, stageId, { ...person, seat, state: waits ? 'waiting' : 'open' });
        if (again) await this.countAgain(unit, run, node, id, person.id);
        else if (!waits) open.push(person.id);
        if (person.origin === 'substitute')
          await note(unit, run, 'substituted', {
            nodeId: node.id,
            stageName: node.name,
            actorId: null,
            onBehalfOfId: person.onBehalfOfId,
            people: [person.id],
          });
      }
    }
    return open;
  }

  private async countAgain(unit: Unit, run: Run, node: StageNode, taskId: string, userId: string) {
    await unit.query(
      `update approval_tasks set state = 'approved', decided_at = now(), decided_by_id = assignee_id, snapshot_id = $2, version = version + 1
        where id = $1`,
      [taskId, run.snapshotId],
    );
    const details = { reason: 'agreed-before' };
    const parts = { nodeId: node.id, stageName: node.name, actorId: null, people: [userId], details };
    await note(unit, run, 'seat-skipped', parts);
  }
}

const peopleIn = (seats: readonly Seat[]): string[] => [
  ...new Set(seats.flatMap(({ people }) => people.map(({ id }) => id))),
];
