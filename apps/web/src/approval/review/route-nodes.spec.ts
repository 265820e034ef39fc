import { describe, expect, it } from 'vitest';
import type { ApprovalNode } from '../approval.queries';
import { routeNodes, whoIsAsked } from './route-nodes';

const node = (id: string, next: string[], more: Partial<ApprovalNode> = {}): ApprovalNode =>
  ({ id, kind: 'stage', name: id, next, state: 'upcoming', tasks: [], ...more }) as ApprovalNode;

describe('The picture of an approval', () => {
  it('follows the way that was taken and leaves out the others and the branches themselves', () => {
    const nodes = [
      node('end', [], { kind: 'end' }),
      node('start', ['size'], { kind: 'start', state: 'done' }),
      node('size', ['large', 'small'], { kind: 'branch', state: 'done' }),
      node('small', ['end'], { state: 'not-taken' }),
      node('large', ['end'], { state: 'active' }),
    ];
    expect(routeNodes(nodes).map(({ id }) => id)).toEqual(['start', 'large', 'end']);
  });

  it('ends where a way ends, and does not run in circles', () => {
    expect(routeNodes([node('start', ['a'], { kind: 'start' }), node('a', ['start'])])).toHaveLength(2);
    expect(routeNodes([node('start', ['gone'], { kind: 'start' })])).toHaveLength(1);
    expect(routeNodes([])).toEqual([]);
  });

  it('names each person once who is asked now', () => {
    const task = (name: string, state: string) => ({ state, assignee: { id: name, name } });
    const tasks = [task('A', 'open'), task('A', 'open'), task('B', 'approved'), task('C', 'open')];
    expect(whoIsAsked(node('a', [], { tasks: tasks as ApprovalNode['tasks'] }))).toEqual(['A', 'C']);
  });
});
