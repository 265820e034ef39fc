import type { Actor } from '../../platform/auth/actor.js';
import { ForbiddenActionError, IllegalActionError } from '../../platform/errors/common.errors.js';
import type { ReportState } from './daily-report.entity.js';
import { DailyReportReadError } from './daily-report.errors.js';

/** Its author, or whoever else may read it. */
type Side = 'author' | 'reader';

export const DAILY_REPORT_ACTIONS = {
  change: { by: 'author', from: ['submitted'] },
  add: { by: 'author', from: ['read'] },
  read: { by: 'reader', from: ['submitted'] },
  comment: { by: 'reader', from: ['submitted', 'read'] },
} as const satisfies Record<string, { readonly by: Side; readonly from: readonly ReportState[] }>;
export type DailyReportAction = keyof typeof DAILY_REPORT_ACTIONS;

const isFrom = (action: DailyReportAction, state: ReportState): boolean =>
  (DAILY_REPORT_ACTIONS[action].from as readonly ReportState[]).includes(state);

const sideOf = (authorId: string, actor: Actor): Side => (authorId === actor.id ? 'author' : 'reader');

/**
 * For somebody who may read the report.
 * @throws ForbiddenActionError when it is the other side's to do; DailyReportReadError, IllegalActionError
 */
export function refuseIllegal(
  action: DailyReportAction,
  { ownerId, state }: { ownerId: string; state: ReportState },
  actor: Actor,
): void {
  const { by } = DAILY_REPORT_ACTIONS[action];
  if (sideOf(ownerId, actor) !== by)
    throw new ForbiddenActionError(by === 'author' ? 'daily-report:write' : 'daily-report:read');
  if (isFrom(action, state)) return;
  if (action === 'change') throw new DailyReportReadError();
  throw new IllegalActionError('daily-report', action, state);
}

/** What this caller may do next; the screen shows exactly these. */
export function allowedActions(
  { authorId, state }: { authorId: string; state: ReportState },
  actor: Actor,
): DailyReportAction[] {
  const side = sideOf(authorId, actor);
  if (side === 'author' && !actor.permissions.has('daily-report:write')) return [];
  return (Object.keys(DAILY_REPORT_ACTIONS) as DailyReportAction[]).filter(
    (action) => DAILY_REPORT_ACTIONS[action].by === side && isFrom(action, state),
  );
}
