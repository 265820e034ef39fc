import type { StageNode } from '../flows/flow-definition.js';

export interface SeatVoice {
  /** Asked by a colleague beside those of the flow: always needed. */
  readonly isAdded: boolean;
  readonly voice: 'approved' | 'returned' | 'none';
}

export interface StageOutcome {
  readonly needed: number;
  readonly given: number;
  readonly result: 'approved' | 'returned' | 'undecided';
}

/** Seats of `count` that must agree; `2/3` of four are three. */
export function neededSeats(
  { mode, minimumShare }: Pick<StageNode, 'mode' | 'minimumShare'>,
  count: number,
): number {
  if (mode === 'any') return Math.min(1, count);
  if (mode !== 'all' || !minimumShare) return count;
  const [agree = 1, of = 1] = minimumShare.split('/').map(Number);
  return Math.floor((count * agree + of - 1) / of);
}

/**
 * What the voices given so far come to. Where all are needed or any is enough, the first return decides; where a share is
 * enough, returns are votes against, and decide once the share cannot be reached any more.
 */
export function stageOutcome(
  stage: Pick<StageNode, 'mode' | 'minimumShare'>,
  seats: readonly SeatVoice[],
): StageOutcome {
  const asked = seats.filter(({ isAdded }) => !isAdded);
  const added = seats.filter(({ isAdded }) => isAdded);
  const count = (of: readonly SeatVoice[], wanted: SeatVoice['voice']) =>
    of.filter(({ voice }) => voice === wanted).length;
  const base = neededSeats(stage, asked.length);
  const against = count(asked, 'returned');
  const isLost =
    count(added, 'returned') > 0 || (stage.mode === 'any' ? against > 0 : asked.length - against < base);
  const agreed = Math.min(count(asked, 'approved'), base);
  const given = agreed + count(added, 'approved');
  const needed = base + added.length;
  return { needed, given, result: isLost ? 'returned' : given >= needed ? 'approved' : 'undecided' };
}
