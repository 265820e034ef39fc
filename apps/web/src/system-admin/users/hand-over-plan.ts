import type { Holding, Transfer } from './hand-over.queries';

/** Who takes what: by resource, and by group where one goes to somebody else. */
export interface HandOverPlan {
  /** Resource → user id, for all groups that name nobody of their own. */
  readonly byResource: Readonly<Record<string, string | null>>;
  /** `resource/group` → user id. */
  readonly byGroup: Readonly<Record<string, string | null>>;
}

export const groupKey = (resource: string, group: string): string => `${resource}/${group}`;

/** The plan line by line, with the counts as they were seen; what goes to nobody is left out. */
export function transfersOf(holdings: readonly Holding[], plan: HandOverPlan): Transfer[] {
  return holdings.flatMap(({ resource, groups }) =>
    groups.flatMap(({ key, count }) => {
      const successorId = plan.byGroup[groupKey(resource, key)] ?? plan.byResource[resource];
      return successorId ? [{ resource, group: key, count, successorId }] : [];
    }),
  );
}

const sum = (counts: readonly { count: number }[]): number =>
  counts.reduce((total, { count }) => total + count, 0);

/** Records that the plan moves, and those it leaves. */
export function totalsOf(holdings: readonly Holding[], plan: HandOverPlan): { moved: number; left: number } {
  const moved = sum(transfersOf(holdings, plan));
  return { moved, left: sum(holdings) - moved };
}
