/** What a stage may ask of a deal that enters it. */
export const STAGE_REQUIREMENTS = [
  'customerId',
  'primaryContactId',
  'amount',
  'expectedCloseOn',
  'source',
  'lines',
  'competitors',
  'nextStep',
] as const;
export type StageRequirement = (typeof STAGE_REQUIREMENTS)[number];

export interface StageRule {
  readonly id: string;
  readonly kind: 'open' | 'won' | 'lost';
  readonly nameZh: string;
  readonly nameEn: string;
  readonly requiredFields: readonly StageRequirement[];
  readonly maySkip: boolean;
  readonly mayReturn: boolean;
  readonly isRetired: boolean;
}

/** Why a deal may not enter a stage; everything at once, so that nobody mends one thing to hear of the next. */
export interface StageRefusals {
  readonly skipped: readonly StageRule[];
  readonly missing: readonly StageRequirement[];
  readonly isReturn: boolean;
  readonly isRetired: boolean;
}

/**
 * What stands against a deal's way to a stage. Losing is possible from everywhere; winning passes all stages that lie ahead.
 * @param stages of the pipeline in their order
 * @param fromId stage it is in; undefined for a new deal
 * @param has whether the deal has what a stage may ask for
 */
export function refusalsOf(
  stages: readonly StageRule[],
  fromId: string | undefined,
  target: StageRule,
  has: (requirement: StageRequirement) => boolean,
): StageRefusals | undefined {
  const open = stages.filter(({ kind }) => kind === 'open');
  const from = open.findIndex(({ id }) => id === fromId);
  const to = target.kind === 'open' ? open.findIndex(({ id }) => id === target.id) : open.length;
  const isForward = target.kind !== 'lost' && to > from;
  const refusals = {
    skipped: isForward
      ? open.slice(from + 1, to).filter(({ maySkip, isRetired }) => !maySkip && !isRetired)
      : [],
    missing: isForward || target.kind === 'lost' ? target.requiredFields.filter((field) => !has(field)) : [],
    isReturn: target.kind === 'open' && to < from && !target.mayReturn,
    isRetired: target.isRetired,
  };
  const isRefused =
    refusals.skipped.length > 0 || refusals.missing.length > 0 || refusals.isReturn || refusals.isRetired;
  return isRefused ? refusals : undefined;
}
