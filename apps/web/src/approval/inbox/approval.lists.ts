import type {
  ColumnDeclaration,
  FilterDeclaration,
  ListDeclaration,
  Option,
} from '../../shared/list/list-declaration';
import { userSource } from '../../shared/select/user.queries';
import {
  type ApprovalRow,
  approvalSource,
  copiedSource,
  doneSource,
  inboxSource,
  sentSource,
} from '../approval.queries';
import { COPY_REASONS, DECISIONS, STATES, STUCK_REASONS } from '../approval-words';

export const BOXES = ['inbox', 'sent', 'done', 'copied', 'all'] as const;
export type Box = (typeof BOXES)[number];

const title = (key: string) => `approval.fields.${key}`;
type Column = ColumnDeclaration<ApprovalRow>;

const pageOf = ({ id }: ApprovalRow) => ({ name: 'approval', params: { id } });

const columnsOf = (kinds: readonly Option[]) =>
  ({
    title: { key: 'title', title: title('title'), isTitle: true, width: 330 },
    kind: {
      key: 'documentType',
      title: title('documentType'),
      kind: 'options',
      options: kinds,
      width: 120,
      onCard: true,
    },
    number: { key: 'documentNumber', title: title('documentNumber'), width: 120, isHidden: true },
    amount: { key: 'amount', title: title('amount'), kind: 'money', width: 125, onCard: true },
    submitter: { key: 'submitterName', title: title('submitterName'), width: 105, onCard: true },
    department: { key: 'departmentName', title: title('departmentName'), width: 120 },
    stage: { key: 'stageName', title: title('stageName'), width: 140 },
    waitsFor: { key: 'waitsFor', title: title('waitsFor'), width: 150 },
    dueAt: { key: 'dueAt', title: title('dueAt'), width: 150, onCard: true },
    round: { key: 'round', title: title('round'), width: 80 },
    state: { key: 'state', title: title('state'), kind: 'options', options: STATES, width: 90, onCard: true },
    submittedAt: { key: 'submittedAt', title: title('submittedAt'), kind: 'instant', width: 150 },
  }) as const satisfies Record<string, Column>;

const sorted = (column: Column): Column => ({ ...column, isSortable: true });

/** The five lists of approvals: what waits for me, what I sent, decided, was told of, and all of them. */
export function approvalLists(kinds: readonly Option[]): Record<Box, ListDeclaration<ApprovalRow>> {
  const column = columnsOf(kinds);
  const filters: FilterDeclaration[] = [
    { kind: 'options', param: 'documentType', title: title('documentType'), options: kinds },
    { kind: 'select', param: 'submitterId', title: title('submitterName'), source: userSource },
    { kind: 'numbers', param: 'amount', title: title('amount') },
    { kind: 'days', param: 'submittedAt', title: title('submittedAt') },
  ];
  const state: FilterDeclaration = {
    kind: 'options',
    param: 'state',
    title: title('state'),
    options: STATES,
  };
  const shared = { searchHint: 'approval.searchHint', pageOf };
  return {
    inbox: {
      ...shared,
      source: inboxSource,
      resource: 'inbox-approval',
      exports: 'inbox-approval',
      defaultSort: '-waitingSince',
      columns: [
        column.title,
        column.kind,
        column.number,
        column.amount,
        column.submitter,
        column.department,
        column.stage,
        column.round,
        sorted(column.dueAt),
        {
          key: 'waitingSince',
          title: title('waitingSince'),
          kind: 'ago',
          isSortable: true,
          width: 120,
          onCard: true,
        },
      ],
      filters,
    },
    sent: {
      ...shared,
      source: sentSource,
      resource: 'sent-approval',
      exports: 'sent-approval',
      defaultSort: '-submittedAt',
      columns: [
        column.title,
        column.kind,
        column.number,
        column.amount,
        column.state,
        column.stage,
        column.waitsFor,
        column.round,
        column.dueAt,
        sorted(column.submittedAt),
      ],
      filters: [state, ...filters.filter(({ param }) => param !== 'submitterId')],
    },
    done: {
      ...shared,
      source: doneSource,
      resource: 'done-approval',
      exports: 'done-approval',
      defaultSort: '-decidedAt',
      columns: [
        column.title,
        column.kind,
        column.number,
        column.amount,
        column.submitter,
        {
          key: 'decision',
          title: title('decision'),
          kind: 'options',
          options: DECISIONS,
          width: 100,
          onCard: true,
        },
        column.state,
        {
          key: 'decidedAt',
          title: title('decidedAt'),
          kind: 'instant',
          isSortable: true,
          width: 150,
          onCard: true,
        },
      ],
      filters: [
        { kind: 'options', param: 'decision', title: title('decision'), options: DECISIONS },
        state,
        ...filters,
      ],
    },
    copied: {
      ...shared,
      source: copiedSource,
      resource: 'copied-approval',
      exports: 'copied-approval',
      defaultSort: '-copiedAt',
      columns: [
        column.title,
        column.kind,
        column.amount,
        column.submitter,
        { key: 'reason', title: title('reason'), kind: 'options', options: COPY_REASONS, width: 110 },
        column.state,
        {
          key: 'copiedAt',
          title: title('copiedAt'),
          kind: 'instant',
          isSortable: true,
          width: 150,
          onCard: true,
        },
      ],
      filters: [{ kind: 'flag', param: 'isRead', title: title('isRead') }, state, ...filters],
    },
    all: {
      ...shared,
      source: approvalSource,
      resource: 'approval-administration',
      exports: 'approval-administration',
      defaultSort: '-submittedAt',
      columns: [
        column.title,
        column.kind,
        column.number,
        column.amount,
        column.submitter,
        column.department,
        column.state,
        column.stage,
        column.waitsFor,
        column.dueAt,
        {
          key: 'stuckReason',
          title: title('stuckReason'),
          kind: 'options',
          options: STUCK_REASONS,
          width: 150,
          onCard: true,
        },
        sorted(column.submittedAt),
      ],
      filters: [
        { kind: 'flag', param: 'isStuck', title: title('isStuck') },
        { kind: 'flag', param: 'isOverdue', title: title('isOverdue') },
        state,
        ...filters,
      ],
    },
  };
}
