import { Injectable } from '@nestjs/common';
import { Rows } from '../../platform/database/rows.js';
import type { Facts } from '../documents/facts.js';
import type { FlowDefinition } from '../flows/flow-definition.js';
import type { Choices } from './choices.js';
import type { EntryKind, StageState, TaskOrigin, TaskState } from './approval-words.js';

export interface StoredRun {
  readonly documentType: string;
  readonly documentId: string;
  readonly flow: FlowDefinition;
  readonly flowName: string;
  readonly flowNumber: number;
  readonly facts: Facts;
  readonly content: unknown;
  /** Of the round before; null in the first. */
  readonly contentBefore: unknown;
  readonly choices: Choices;
}

export interface StoredStage {
  readonly id: string;
  readonly nodeId: string;
  readonly name: string;
  readonly state: StageState;
  readonly enteredAt: string;
  readonly endedAt: string | null;
  readonly dueAt: string | null;
}

export interface StoredTask {
  readonly id: string;
  readonly stageId: string;
  readonly seat: number;
  readonly isAdded: boolean;
  readonly assigneeId: string;
  readonly assigneeName: string;
  readonly isActive: boolean;
  readonly onBehalfOfId: string | null;
  readonly onBehalfOfName: string | null;
  readonly departmentId: string | null;
  readonly departmentName: string | null;
  readonly origin: TaskOrigin;
  readonly state: TaskState;
  readonly opinion: string | null;
  readonly answers: Readonly<Record<string, 'yes' | 'no' | 'not-applicable'>>;
  readonly decidedAt: string | null;
  readonly decidedById: string | null;
  readonly decidedByName: string | null;
  readonly snapshotId: string | null;
}

export interface StoredEntry {
  readonly id: string;
  readonly round: number;
  readonly kind: EntryKind;
  readonly nodeId: string | null;
  readonly stageName: string | null;
  readonly actorId: string | null;
  readonly onBehalfOfId: string | null;
  readonly words: string | null;
  readonly people: readonly string[];
  readonly files: readonly string[];
  readonly details: Record<string, unknown>;
  readonly snapshotId: string | null;
  readonly createdAt: string;
}

export interface StoredRound {
  readonly round: number;
  readonly snapshotId: string;
  readonly hash: string;
  readonly createdAt: string;
}

export interface StoredFileName {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

const RUN = `
  select a.document_type as "documentType", a.document_id as "documentId", a.choices, v.definition as flow, f.name as "flowName",
         v.number as "flowNumber", s.facts, s.content, b.content as "contentBefore"
    from approvals a join approval_flow_versions v on v.id = a.flow_version_id join approval_flows f on f.id = v.flow_id
    join approval_snapshots s on s.id = a.snapshot_id
    left join approval_snapshots b on b.approval_id = a.id and b.round = a.round - 1 where a.id = $1`;
const STAGES = `select g.id, g.node_id as "nodeId", g.name, g.state, g.entered_at as "enteredAt", g.ended_at as "endedAt", g.due_at as "dueAt"
  from approval_stages g join approvals a on a.id = g.approval_id and a.round = g.round where g.approval_id = $1 order by g.id`;
const TASKS = `
  select t.id, t.stage_id as "stageId", t.seat, t.is_added as "isAdded", t.assignee_id as "assigneeId", u.display_name as "assigneeName",
         u.state = 'active' as "isActive", t.on_behalf_of_id as "onBehalfOfId", o.display_name as "onBehalfOfName",
         t.department_id as "departmentId", d.name as "departmentName", t.origin, t.state, t.opinion, t.answers,
         t.decided_at as "decidedAt", t.decided_by_id as "decidedById", w.display_name as "decidedByName", t.snapshot_id as "snapshotId"
    from approval_tasks t join approval_stages g on g.id = t.stage_id join approvals a on a.id = t.approval_id and a.round = g.round
    join users u on u.id = t.assignee_id left join users o on o.id = t.on_behalf_of_id left join users w on w.id = t.decided_by_id
    left join departments d on d.id = t.department_id where t.approval_id = $1 order by t.seat, t.id`;
const ENTRIES = `
  select id, round, kind, node_id as "nodeId", stage_name as "stageName", actor_id as "actorId", on_behalf_of_id as "onBehalfOfId", words,
         people, files, details, snapshot_id as "snapshotId", created_at as "createdAt"
    from approval_entries where approval_id = $1 order by position`;
const ROUNDS = `select round, id as "snapshotId", hash, created_at as "createdAt" from approval_snapshots where approval_id = $1 order by round`;
const NAMES = `select id, display_name as name from users where id = any($1::uuid[])`;
const FILES = `select id, name, size::float8 as size from files where id = any($1::uuid[])`;

/** What is stored of one run, for the page about it. */
@Injectable()
export class RunReader {
  constructor(private readonly rows: Rows) {}

  async run(id: string): Promise<StoredRun> {
    return (await this.rows.one<StoredRun>(RUN, [id]))!;
  }

  stages(id: string): Promise<StoredStage[]> {
    return this.rows.toSend<StoredStage>(STAGES, [id]);
  }

  tasks(id: string): Promise<StoredTask[]> {
    return this.rows.toSend<StoredTask>(TASKS, [id]);
  }

  entries(id: string): Promise<StoredEntry[]> {
    return this.rows.toSend<StoredEntry>(ENTRIES, [id]);
  }

  rounds(id: string): Promise<StoredRound[]> {
    return this.rows.toSend<StoredRound>(ROUNDS, [id]);
  }

  async names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = await this.rows.all<{ id: string; name: string }>(NAMES, [ids]);
    return new Map(found.map(({ id, name }) => [id, name]));
  }

  files(ids: readonly string[]): Promise<StoredFileName[]> {
    return this.rows.all<StoredFileName>(FILES, [ids]);
  }
}
