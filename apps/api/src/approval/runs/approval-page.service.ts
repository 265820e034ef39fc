import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { may, type Actor } from '../../platform/auth/actor.js';
import { Rows } from '../../platform/database/rows.js';
import { RecordNotFoundError } from '../../platform/errors/common.errors.js';
import { FileStore } from '../../platform/files/file-store.js';
import { sendFile } from '../../platform/files/files.js';
import { Lists } from '../../platform/lists/lists.js';
import { DocumentTypes } from '../document-types.js';
import { differencesFor, sectionsFor } from '../documents/document-for-reader.js';
import { readDepartmentTree } from '../flows/department-tree.js';
import { nodeOf, type StageNode } from '../flows/flow-definition.js';
import type { ApprovalDto, ApprovalEntryDto, ApprovalFileDto } from './approval.dto.js';
import { approvalList, ownApprovalList } from './approval.lists.js';
import type { ApprovalRowDto } from './approval-row.dto.js';
import { actionsOf, type ActingAs } from './approval.transitions.js';
import { itemsFor } from './opinion-sheet.js';
import { pictureOf } from './picture.js';
import { RemarksService } from './remarks.service.js';
import {
  RunReader,
  type StoredEntry,
  type StoredRun,
  type StoredStage,
  type StoredTask,
} from './run-reader.js';

const PLACE = `select document_type as "documentType", document_id as "documentId" from approvals where id = $1`;
const TAKES_PART = `select exists (select 1 from approval_entries e where e.approval_id = a.id and e.actor_id = $2 and e.kind = 'viewed'
    and e.snapshot_id = a.snapshot_id) as "hasSeen"
  from approvals a join approval_participants p on p.approval_id = a.id and p.user_id = $2 where a.id = $1`;

/** One approval with everything that a phone's screen shows of it. */
@Injectable()
export class ApprovalPageService {
  constructor(
    private readonly rows: Rows,
    private readonly lists: Lists,
    private readonly reader: RunReader,
    private readonly types: DocumentTypes,
    private readonly remarks: RemarksService,
    private readonly store: FileStore,
  ) {}

  /** Seeing it is noted, once for each version. @throws RecordNotFoundError */
  async read(id: string, actor: Actor): Promise<ApprovalDto> {
    const row = await this.row(id, actor);
    const [part] = await this.rows.all<{ hasSeen: boolean }>(TAKES_PART, [id, actor.id]);
    if (part && !part.hasSeen) await this.remarks.noteView(id, actor);
    const run = await this.reader.run(id);
    const type = this.types.of(run.documentType);
    const [stages, tasks, entries, rounds, present, departments] = await Promise.all([
      this.reader.stages(id),
      this.reader.tasks(id),
      this.reader.entries(id),
      this.reader.rounds(id),
      type.present?.(run.documentId) ?? [],
      readDepartmentTree((text, values) => this.rows.all(text, values)),
    ]);
    const sees = (permission: string) => may(actor, permission);
    const files = await this.files(run, entries);
    const own = ownTasks(stages, tasks, actor);
    const roles = rolesOf(row, own.length > 0, part !== undefined, actor);
    const changes = run.contentBefore ? type.compare(run.contentBefore, run.content) : [];
    const inDocument = new Set(type.files?.(run.content) ?? []);
    return {
      ...row,
      documentTypeZh: type.label.zh,
      documentTypeEn: type.label.en,
      flowName: run.flowName,
      flowNumber: run.flowNumber,
      document: sectionsFor(type.render(run.content).sections, sees),
      present: sectionsFor(present, sees),
      changes: differencesFor(changes, sees),
      files: files.filter((file) => inDocument.has(file.id)),
      nodes: pictureOf(run, { ...row, stages, tasks, entries }, departments),
      entries: await this.told(entries, files),
      rounds,
      ownChecklist: checklistOf(run, stages, own),
      returnTargets: own.length > 0 ? targetsOf(stages) : [],
      allowedActions: actionsOf(row.state, roles),
    };
  }

  /** A file of the document or of a remark. @throws RecordNotFoundError */
  async download(id: string, fileId: string, actor: Actor, reply: FastifyReply): Promise<void> {
    await this.row(id, actor);
    const files = await this.files(await this.reader.run(id), await this.reader.entries(id));
    if (!files.some((file) => file.id === fileId)) throw new RecordNotFoundError('file', fileId);
    await sendFile(this.store, await this.store.read(fileId), reply);
  }

  /** Seen by who takes part, who administers approvals, and whoever may see the document itself. */
  private async row(id: string, actor: Actor): Promise<ApprovalRowDto> {
    if (may(actor, 'approval:administer')) return this.lists.one(approvalList, id, actor);
    try {
      return await this.lists.one<ApprovalRowDto>(ownApprovalList, id, actor);
    } catch (error) {
      const place = await this.rows.one<{ documentType: string; documentId: string }>(PLACE, [id]);
      const type = place && this.types.find(place.documentType);
      if (!type || !(await type.mayRead(actor, place.documentId))) throw error;
      return this.lists.one(approvalList, id, actor);
    }
  }

  private files(run: StoredRun, entries: readonly StoredEntry[]): Promise<ApprovalFileDto[]> {
    const inDocument = this.types.of(run.documentType).files?.(run.content) ?? [];
    return this.reader.files([...new Set([...inDocument, ...entries.flatMap(({ files }) => files)])]);
  }

  private async told(
    entries: readonly StoredEntry[],
    files: readonly ApprovalFileDto[],
  ): Promise<ApprovalEntryDto[]> {
    const ids = entries.flatMap(({ actorId, onBehalfOfId, people }) => [actorId, onBehalfOfId, ...people]);
    const names = await this.reader.names([...new Set(ids.filter((id) => id !== null))]);
    const person = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' });
    return entries.map(({ actorId, onBehalfOfId, people, files: attached, nodeId: _nodeId, ...entry }) => ({
      ...entry,
      actor: person(actorId),
      onBehalfOf: person(onBehalfOfId),
      people: people.map((id) => person(id)!),
      files: files.filter((file) => attached.includes(file.id)),
    }));
  }
}

const ownTasks = (
  stages: readonly StoredStage[],
  tasks: readonly StoredTask[],
  actor: Actor,
): StoredTask[] => {
  const active = stages.find(({ state }) => state === 'active');
  return tasks.filter(
    ({ stageId, state, assigneeId }) => stageId === active?.id && state === 'open' && assigneeId === actor.id,
  );
};

function rolesOf(row: ApprovalRowDto, isAsked: boolean, takesPart: boolean, actor: Actor): ActingAs[] {
  const administers = may(actor, 'approval:administer');
  return [
    ...(isAsked ? (['approver'] as const) : []),
    ...(row.submitterId === actor.id ? (['submitter'] as const) : []),
    ...(takesPart || administers ? (['participant'] as const) : []),
    ...(administers ? (['administrator'] as const) : []),
  ];
}

function checklistOf(
  { flow }: StoredRun,
  stages: readonly StoredStage[],
  own: readonly StoredTask[],
): ApprovalDto['ownChecklist'] {
  const active = stages.find(({ state }) => state === 'active');
  if (!active || own.length === 0) return [];
  const node = nodeOf(flow, active.nodeId) as StageNode;
  const items = itemsFor(
    node,
    own.map(({ departmentId }) => departmentId),
  );
  return items.map(({ id, text, isRequired }) => ({ id, text, isRequired, answer: null }));
}

const targetsOf = (stages: readonly StoredStage[]): ApprovalDto['returnTargets'] => [
  ...new Map(
    stages
      .filter(({ state }) => state === 'approved' || state === 'kept')
      .map(({ nodeId, name }) => [nodeId, { nodeId, name }]),
  ).values(),
];
