/** The words of a run, in one place: columns of the database, DTOs and transitions use these. */
export const APPROVAL_STATES = ['running', 'returned', 'approved', 'withdrawn', 'terminated'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

export const STAGE_STATES = ['active', 'approved', 'returned', 'skipped', 'kept', 'cancelled'] as const;
export type StageState = (typeof STAGE_STATES)[number];

export const TASK_STATES = ['waiting', 'open', 'approved', 'returned', 'passed-on', 'closed'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** How somebody came to be asked. */
export const TASK_ORIGINS = [
  'flow',
  'fallback',
  'submitter-leader',
  'substitute',
  'delegated',
  'added',
  'escalated',
  'reassigned',
  'left',
] as const;
export type TaskOrigin = (typeof TASK_ORIGINS)[number];

export const STUCK_REASONS = ['no-approver', 'document-changed', 'document-gone'] as const;
export type StuckReason = (typeof STUCK_REASONS)[number];

/** Lines of the timeline. */
export const ENTRY_KINDS = [
  'submitted',
  'resubmitted',
  'stage-entered',
  'stage-approved',
  'stage-skipped',
  'stage-kept',
  'seat-skipped',
  'viewed',
  'approved',
  'returned',
  'returned-to-stage',
  'delegated',
  'substituted',
  'added-before',
  'added-after',
  'commented',
  'copied',
  'urged',
  'reminded',
  'escalated',
  'approver-left',
  'withdrawn',
  'reassigned',
  'released',
  'terminated',
  'finished',
  'stuck',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
