const [SECOND, MINUTE, HOUR] = [1, 60, 3_600];

/** Waits after each failed attempt, in seconds; after the last one the delivery is given up, some 28 hours on. */
export const WAITS = [
  5 * SECOND,
  30 * SECOND,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  10 * HOUR,
];

export const MOST_ATTEMPTS = WAITS.length + 1;

/** Seconds until the next attempt, or undefined when there is none. Spread by a tenth, so that a target that comes back is not run over. */
export function waitAfter(attempts: number, chance: number): number | undefined {
  const wait = WAITS[attempts - 1];
  return wait === undefined ? undefined : Math.round(wait * (1 + chance / 10));
}
