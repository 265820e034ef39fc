import type { Option } from '../shared/list/list-declaration';

export const STATES: Option[] = [
  { value: 'running', title: 'approval.states.running', tone: 'primary' },
  { value: 'returned', title: 'approval.states.returned', tone: 'warning' },
  { value: 'approved', title: 'approval.states.approved', tone: 'success' },
  { value: 'withdrawn', title: 'approval.states.withdrawn', tone: 'info' },
  { value: 'terminated', title: 'approval.states.terminated', tone: 'danger' },
];
export const DECISIONS: Option[] = [
  { value: 'approved', title: 'approval.decisions.approved', tone: 'success' },
  { value: 'returned', title: 'approval.decisions.returned', tone: 'warning' },
];
export const COPY_REASONS: Option[] = [
  { value: 'flow', title: 'approval.copyReasons.flow' },
  { value: 'sent', title: 'approval.copyReasons.sent' },
  { value: 'mention', title: 'approval.copyReasons.mention' },
];
export const STUCK_REASONS: Option[] = [
  { value: 'no-approver', title: 'approval.stuck.no-approver', tone: 'danger' },
  { value: 'document-changed', title: 'approval.stuck.document-changed', tone: 'danger' },
  { value: 'document-gone', title: 'approval.stuck.document-gone', tone: 'danger' },
];
