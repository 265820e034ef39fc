import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { Notices } from '../runs/notices.js';
import { announce, lockRun, note } from '../runs/run.js';
import { addTask } from '../runs/stage-entry.js';

/** Begun and not applied yet; whoever takes it first does it. */
const DUE = `update approval_delegations set applied_at = now(), version = version + 1
  where id = (select id from approval_delegations where applied_at is null and ended_at is null and starts_at <= $1 and ends_at > $1
                and ($2::uuid is null or id = $2) order by starts_at limit 1 for update skip locked)
  returning principal_id as "principalId", substitute_id as "substituteId", document_types as "documentTypes"`;
const RUNS = `select distinct a.id from approval_tasks t join approvals a on a.id = t.approval_id
  where t.assignee_id = $1 and t.state in ('open', 'waiting') and a.state = 'running' and a.submitter_id <> $2
    and ($3::text[] = '{}' or a.document_type = any($3)) order by a.id`;
const PASS_ON = `update approval_tasks set state = 'passed-on', version = version + 1, updated_at = now()
  where approval_id = $1 and assignee_id = $2 and state in ('open', 'waiting')
  returning stage_id as "stageId", seat, is_added as "isAdded", department_id as "departmentId", waits_for as "waitsFor", old.state as "stateBefore"`;

interface Passed {
  readonly stageId: string;
  readonly seat: number;
  readonly isAdded: boolean;
  readonly departmentId: string | null;
  readonly waitsFor: readonly number[];
  readonly stateBefore: 'open' | 'waiting';
}

/** Gives what waits for somebody to her substitute when her time away begins. */
@Injectable()
export class Substitution {
  constructor(
    private readonly clock: Clock,
    private readonly notices: Notices,
  ) {}

  /** @param id only this one @returns whether one was due */
  async applyDue(unit: Unit, id: string | null = null): Promise<boolean> {
    const [due] = await unit.query<{ principalId: string; substituteId: string; documentTypes: string[] }>(
      DUE,
      [this.clock.now(), id],
    );
    if (!due) return false;
    const { principalId, substituteId, documentTypes } = due;
    const runs = await unit.query<{ id: string }>(RUNS, [principalId, substituteId, documentTypes]);
    for (const { id: runId } of runs) await this.pass(unit, runId, principalId, substituteId);
    return true;
  }

  private async pass(unit: Unit, runId: string, principalId: string, substituteId: string): Promise<void> {
    const run = await lockRun(unit, runId, { asAnybody: true });
    const passed = await unit.query<Passed>(PASS_ON, [runId, principalId]);
    for (const { stageId, stateBefore, ...task } of passed)
      await addTask(unit, run, stageId, {
        ...task,
        id: substituteId,
        state: stateBefore,
        origin: 'substitute',
        onBehalfOfId: principalId,
      });
    if (passed.length === 0) return;
    await note(unit, run, 'substituted', {
      actorId: null,
      onBehalfOfId: principalId,
      people: [substituteId],
    });
    await this.notices.tell(unit, run, [substituteId], 'approval.task');
    await announce(unit, run, 'approval.substituted');
  }
}
