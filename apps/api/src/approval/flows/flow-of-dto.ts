import type { FlowDefinitionDto, FlowNodeDto } from './flow-definition.dto.js';
import type { FlowDefinition, FlowNode } from './flow-definition.js';

/** The definition as it is stored: each node with what belongs to its kind, the rest left out. */
export const flowOf = ({ nodes }: FlowDefinitionDto): FlowDefinition => ({ nodes: nodes.map(nodeOf) });

function nodeOf(dto: FlowNodeDto): FlowNode {
  const { id, name = '', next = null } = dto;
  switch (dto.kind) {
    case 'end':
      return { id, kind: 'end' };
    case 'start':
      return { id, kind: 'start', next };
    case 'branch':
      return { id, kind: 'branch', name, branches: dto.branches ?? [], otherwise: dto.otherwise ?? null };
    case 'copy':
      return { id, kind: 'copy', name, next, recipients: dto.recipients ?? [] };
    default:
      return {
        id,
        kind: 'stage',
        name,
        next,
        approvers: dto.approvers ?? [],
        mode: dto.mode ?? 'all',
        minimumShare: dto.minimumShare,
        sheets: dto.sheets,
        whenEmpty: dto.whenEmpty,
        emptyUserId: dto.emptyUserId,
        whenSubmitter: dto.whenSubmitter,
        whenRepeated: dto.whenRepeated,
        whenLeft: dto.whenLeft,
        reask: dto.reask,
        touchedBy: dto.touchedBy,
        deadline: dto.deadline,
        allowsBulk: dto.allowsBulk,
      };
  }
}

/** What a company starts with: the leader of the submitter agrees, whatever the document is. */
export const SIMPLE_FLOW: FlowDefinition = {
  nodes: [
    { id: 'start', kind: 'start', next: 'leader' },
    {
      id: 'leader',
      kind: 'stage',
      name: '部门负责人审批',
      next: 'end',
      approvers: [{ kind: 'submitter-leader', level: 1 }],
      mode: 'all',
      whenEmpty: 'administrator',
      whenSubmitter: 'leader',
      allowsBulk: true,
    },
    { id: 'end', kind: 'end' },
  ],
};
