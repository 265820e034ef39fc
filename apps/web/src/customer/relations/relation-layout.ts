import type { RelationGraph } from './relation.queries';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** From ring to ring; the picture is scaled to its frame, but lines are snapped to whole units. */
const RING = 100;
/** Wider than high, as the frame is. */
const STRETCH = 1.35;

/**
 * Around the customer in rings, one a step. Each node lies behind the one over which it is reached, in a sector as wide as what
 * is behind it, so that the same relations are always drawn the same way and always fit the frame.
 */
export function relationLayout({ nodes, edges }: RelationGraph): Map<string, Place> {
  const levels = new Map(nodes.map(({ id, level }) => [id, level]));
  const behind = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { id, level } of nodes) {
    const before = edges
      .flatMap(({ fromId, toId }) => (fromId === id ? [toId] : toId === id ? [fromId] : []))
      .find((other) => levels.get(other) === level - 1);
    if (before) behind.get(before)!.push(id);
  }
  const widthOf = (id: string): number =>
    Math.max(
      1,
      behind.get(id)!.reduce((sum, each) => sum + widthOf(each), 0),
    );
  const places = new Map<string, Place>();
  const lay = (id: string, from: number, to: number): void => {
    const level = levels.get(id)!;
    const angle = (from + to) / 2;
    places.set(id, { x: level * RING * Math.cos(angle) * STRETCH, y: level * RING * Math.sin(angle) });
    let start = from;
    for (const each of behind.get(id)!) {
      const end = start + ((to - from) * widthOf(each)) / widthOf(id);
      lay(each, start, end);
      start = end;
    }
  };
  const middle = nodes[0];
  if (middle) lay(middle.id, -Math.PI / 2, (3 * Math.PI) / 2);
  return places;
}
