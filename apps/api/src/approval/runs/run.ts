import type { Unit } from '../../platform/database/unit-of-work.js';
import { RecordNotFoundError } from '../../platform/errors/common.errors.js';
import type { Facts } from '../documents/facts.js';
import type { FlowDefinition } from '../flows/flow-definition.js';
import type { ApprovalState, EntryKind } from './approval-words.js';

/** A run as the engine works with it, its row locked. */
export interface Run {
  readonly id: string;
  readonly documentType: string;
  readonly documentId: string;
  readonly title: string;
  readonly link: string;
  state: ApprovalState;
  round: number;
  readonly submitterId: string;
  /** Of the submitter. */
  readonly departmentId: string | null;
  readonly ownerId: string | null;
  readonly choices: Readonly<Record<string, readonly string[]>>;
  snapshotId: string;
  readonly flow: FlowDefinition;
  facts: Facts;
}

const LOCK = `select id from approvals where id = $1 for update`;
const READ = `
  select a.id, a.document_type as "documentType", a.document_id as "documentId", a.title, a.link, a.state, a.round,
         a.submitter_id as "submitterId", a.department_id as "departmentId", a.owner_id as "ownerId", a.choices,
         a.snapshot_id as "snapshotId", v.definition as flow, coalesce(s.facts, '{}') as facts
    from approvals a join approval_flow_versions v on v.id = a.flow_version_id
    left join approval_snapshots s on s.id = a.snapshot_id where a.id = $1`;
const TAKES_PART = `select 1 from approval_participants where approval_id = $1 and user_id = $2`;

/**
 * Takes the turn on a run. Locked first and read afterwards: what was waited for is then seen.
 * @throws RecordNotFoundError also for whoever takes no part in it and is no administrator
 */
export async function lockRun(unit: Unit, id: string, { asAnybody = false } = {}): Promise<Run> {
  const [locked] = await unit.query(LOCK, [id]);
  const mayKnow =
    asAnybody ||
    unit.actor.permissions.has('approval:administer') ||
    (locked && (await unit.query(TAKES_PART, [id, unit.actor.id])).length > 0);
  if (!locked || !mayKnow) throw new RecordNotFoundError('approval', id);
  return (await unit.query<Run>(READ, [id]))[0]!;
}

interface EntryParts {
  readonly nodeId?: string;
  readonly stageName?: string;
  /** Null: the system; left out: who acts. */
  readonly actorId?: string | null;
  readonly onBehalfOfId?: string | null;
  readonly words?: string | null;
  readonly people?: readonly string[];
  readonly files?: readonly string[];
  readonly details?: Record<string, unknown>;
}

const SYSTEM = '00000000-0000-0000-0000-000000000000';

/** Adds a line to the timeline. */
export async function note(unit: Unit, run: Run, kind: EntryKind, parts: EntryParts = {}): Promise<void> {
  const actorId = parts.actorId === undefined ? unit.actor.id : parts.actorId;
  await unit.query(
    `insert into approval_entries (approval_id, round, kind, node_id, stage_name, actor_id, on_behalf_of_id, words, people, files, details, snapshot_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      run.id,
      run.round,
      kind,
      parts.nodeId ?? null,
      parts.stageName ?? null,
      actorId === SYSTEM ? null : actorId,
      parts.onBehalfOfId ?? null,
      parts.words ?? null,
      parts.people ?? [],
      parts.files ?? [],
      JSON.stringify(parts.details ?? {}),
      run.snapshotId,
    ],
  );
}

/** Tells open screens, and whoever listens in the program, what became of a run. */
export async function announce(unit: Unit, run: Run, name: `approval.${string}`): Promise<void> {
  unit.emit({
    name,
    resource: 'approval',
    recordId: run.id,
    payload: {
      documentType: run.documentType,
      documentId: run.documentId,
      state: run.state,
      round: run.round,
    },
    audience: { permission: 'approval:administer' },
  });
  const people = await unit.query<{ id: string }>(
    `select user_id as id from approval_participants where approval_id = $1`,
    [run.id],
  );
  for (const { id } of people)
    unit.emit({ name: 'approval.changed', resource: 'approval', recordId: run.id, audience: { userId: id } });
}

/** Sets columns of the run; the names come from the program. */
export async function change(
  unit: Unit,
  run: Run,
  columns: Readonly<Record<string, unknown>>,
): Promise<void> {
  const names = Object.keys(columns);
  await unit.query(
    `update approvals set ${names.map((name, at) => `${name} = $${at + 2}`).join(', ')}, version = version + 1, updated_at = now() where id = $1`,
    [run.id, ...Object.values(columns)],
  );
}
