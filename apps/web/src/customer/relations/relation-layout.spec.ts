import { describe, expect, it } from 'vitest';
import { relationLayout } from './relation-layout';
import type { RelationGraph } from './relation.queries';

const graph = (levels: Record<string, number>, ties: readonly [string, string][]): RelationGraph => ({
  nodes: Object.entries(levels).map(([id, level]) => ({ id, name: id, number: id, stage: 'formal', level })),
  edges: ties.map(([fromId, toId], index) => ({ id: String(index), kind: 'supply', fromId, toId })),
  isCut: false,
  hasHidden: false,
});

describe('The picture of relations', () => {
  it('has the customer in the middle and the others in rings around it, each in a place of its own', () => {
    const places = relationLayout(
      graph({ a: 0, b: 1, c: 1, d: 2, e: 2 }, [
        ['a', 'b'],
        ['c', 'a'],
        ['b', 'd'],
        ['b', 'e'],
        ['d', 'e'],
      ]),
    );
    expect(places.get('a')).toEqual({ x: 0, y: 0 });
    const spots = [...places.values()].map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`);
    expect(new Set(spots).size).toBe(5);
    const far = (id: string) => Math.hypot(places.get(id)!.x / 1.35, places.get(id)!.y);
    expect([far('b'), far('c'), far('d'), far('e')].map((each) => Math.round(each))).toEqual([
      100, 100, 200, 200,
    ]);
  });

  it('gives more room to what has more behind it', () => {
    const places = relationLayout(
      graph({ a: 0, b: 1, c: 1, d: 2, e: 2, f: 2 }, [
        ['a', 'b'],
        ['a', 'c'],
        ['b', 'd'],
        ['b', 'e'],
        ['b', 'f'],
      ]),
    );
    // A quarter of the circle is left for the one that has nobody behind it.
    const angle = (id: string) => Math.atan2(places.get(id)!.y, places.get(id)!.x / 1.35);
    expect(angle('c')).toBeCloseTo((-3 * Math.PI) / 4);
    expect(relationLayout(graph({}, [])).size).toBe(0);
  });
});
