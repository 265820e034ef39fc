import { lockRecord } from '../../platform/database/lock-record.js';
import type { Unit } from '../../platform/database/unit-of-work.js';
import { PriceRevision } from './price-revision.entity.js';
import { refuseRevisionAction, type RevisionAction } from './price-revision.transitions.js';

export const companyToday = async (unit: Unit): Promise<string> =>
  (await unit.query<{ today: string }>('select company_today()::text as today'))[0]!.today;

/**
 * Keeps a revision for a change until the commit.
 * @throws RecordNotFoundError, StaleVersionError, IllegalActionError
 */
export async function openRevision(
  unit: Unit,
  id: string,
  action: RevisionAction = 'change',
  version?: number,
): Promise<PriceRevision> {
  const revision = await lockRecord(unit, PriceRevision, 'price revision', id, {
    version,
    permission: 'price-revision:create',
  });
  refuseRevisionAction(revision, action, await companyToday(unit));
  return revision;
}

/** Its lines are a part of it: whoever read it before reads something old. */
export async function touchRevision(unit: Unit, id: string): Promise<void> {
  await unit.query('update price_revisions set version = version + 1, updated_at = now() where id = $1', [
    id,
  ]);
  announceRevision(unit, 'price-revision.changed', id);
}

export const announceRevision = (
  unit: Unit,
  name: string,
  recordId: string,
  payload?: Record<string, unknown>,
): void =>
  unit.emit({
    name,
    resource: 'price-revision',
    recordId,
    payload,
    audience: { permission: 'price-revision:read' },
  });
