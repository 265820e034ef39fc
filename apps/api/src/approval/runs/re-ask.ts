import type { Facts } from '../documents/facts.js';
import type { Difference } from '../documents/rendered-document.js';
import type { StageNode } from '../flows/flow-definition.js';

/**
 * Whether what changed since a stage agreed concerns it. A stage that asks always is always concerned.
 * @param before facts it agreed to
 */
export function isTouched(
  { reask = 'all', touchedBy = [] }: Pick<StageNode, 'reask' | 'touchedBy'>,
  before: Facts,
  now: Facts,
  differences: readonly Pick<Difference, 'section'>[],
): boolean {
  if (reask === 'all') return true;
  const changed = new Set(differences.map(({ section }) => section));
  for (const name of new Set([...Object.keys(before), ...Object.keys(now)]))
    if ((before[name] ?? null) !== (now[name] ?? null)) changed.add(name);
  return touchedBy.some((name) => changed.has(name));
}
