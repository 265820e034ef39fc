import { describe, expect, it } from 'vitest';
import type { FlowDefinition, FlowNode } from './flow.queries';
import { addWay, freshId, insert, moveWay, nodeOf, relocate, remove, removeWay } from './flow-edit';
import { type Block, blocksOf, mergeOf } from './flow-tree';

const stage = (id: string, next: string | null): FlowNode => ({ id, kind: 'stage', name: id, next });
const way = (name: string, next: string | null) => ({
  name,
  condition: { match: 'all' as const, groups: [] },
  next,
});
const simple: FlowDefinition = {
  nodes: [{ id: 'start', kind: 'start', next: 'a' }, stage('a', 'end'), { id: 'end', kind: 'end' }],
};
/** Two ways and a default that meet at `last`; `shared` is passed by the two ways only. */
const branched: FlowDefinition = {
  nodes: [
    { id: 'start', kind: 'start', next: 'size' },
    {
      id: 'size',
      kind: 'branch',
      name: '',
      branches: [way('large', 'x'), way('middle', 'shared')],
      otherwise: 'last',
    },
    stage('x', 'shared'),
    stage('shared', 'last'),
    stage('last', 'end'),
    { id: 'end', kind: 'end' },
  ],
};

/** `start [x shared | →shared | ] last end` */
const draw = (blocks: readonly Block[]): string =>
  blocks
    .map((block) => {
      if (block.kind === 'jump') return `→${block.node.id}`;
      return block.kind === 'branch'
        ? `[${block.ways.map(({ blocks: inside }) => draw(inside)).join(' | ')}]`
        : block.node.id;
    })
    .join(' ');
const drawn = (definition: FlowDefinition) => draw(blocksOf(definition));

describe('The drawing of a flow', () => {
  it('is a line of nodes; ways of a branch stand side by side until they meet', () => {
    expect(drawn(simple)).toBe('start a end');
    expect(drawn(branched)).toBe('start [x shared | →shared | ] last end');
  });

  it('finds where the ways meet, also while one of them is unfinished', () => {
    expect(mergeOf(branched, nodeOf(branched, 'size')!)).toBe('last');
    const open = {
      nodes: branched.nodes.map((node) => (node.id === 'shared' ? { ...node, next: null } : node)),
    };
    expect(drawn(open)).toContain('last');
  });

  it('shows what nothing leads to, and does not run in circles', () => {
    const lost = { nodes: [...simple.nodes, stage('lost', null)] };
    expect(drawn(lost)).toBe('start a end lost');
    const circle = { nodes: [{ id: 'start', kind: 'start' as const, next: 'a' }, stage('a', 'start')] };
    expect(drawn(circle)).toBe('start a →start');
  });
});

describe('Editing a flow', () => {
  it('puts a stage on any line', () => {
    expect(drawn(insert(simple, { nodeId: 'start', exit: 'next' }, stage('b', null)))).toBe('start b a end');
    expect(drawn(insert(branched, { nodeId: 'size', exit: 'otherwise' }, stage('b', null)))).toBe(
      'start [x shared | →shared | b] last end',
    );
    expect(drawn(insert(branched, { nodeId: 'size', exit: 0 }, stage('b', null)))).toContain('[b x shared');
    expect(drawn(insert(branched, { nodeId: 'size', exit: 'merge' }, stage('b', null)))).toBe(
      'start [x shared | →shared | ] b last end',
    );
  });

  it('begins a branch with one way beside the default, both going on as before', () => {
    const node: FlowNode = { id: 'branch-1', kind: 'branch', name: '' };
    expect(drawn(insert(simple, { nodeId: 'start', exit: 'next' }, node))).toBe('start [ | ] a end');
  });

  it('takes nodes out, and with a branch what only its ways lead to', () => {
    expect(drawn(remove(simple, 'a'))).toBe('start end');
    expect(drawn(remove(branched, 'shared'))).toBe('start [x |  | ] last end');
    expect(drawn(remove(branched, 'size'))).toBe('start last end');
    expect(remove(simple, 'start')).toBe(simple);
    expect(remove(simple, 'end')).toBe(simple);
  });

  it('adds, orders and removes ways; the last one takes the branch with it', () => {
    const wider = addWay(branched, 'size');
    expect(drawn(wider)).toBe('start [x shared | →shared |  | ] last end');
    const moved = moveWay(branched, 'size', 0, 1);
    expect(nodeOf(moved, 'size')!.branches!.map(({ name }) => name)).toEqual(['middle', 'large']);
    expect(moveWay(branched, 'size', 0, -1)).toBe(branched);
    const narrow = removeWay(branched, 'size', 0);
    expect(drawn(narrow)).toBe('start [shared | ] last end');
    expect(drawn(removeWay(narrow, 'size', 0))).toBe('start last end');
  });

  it('moves a stage to another line, and leaves it where it is when it is put down there', () => {
    expect(drawn(relocate(branched, 'last', { nodeId: 'start', exit: 'next' }))).toBe(
      'start last [x shared | →shared | ] end',
    );
    expect(relocate(simple, 'a', { nodeId: 'start', exit: 'next' })).toBe(simple);
    expect(relocate(simple, 'a', { nodeId: 'a', exit: 'next' })).toBe(simple);
  });

  it('gives new nodes ids that are free', () => {
    expect(freshId(simple, 'stage')).toBe('stage-1');
    expect(freshId({ nodes: [...simple.nodes, stage('stage-1', null)] }, 'stage')).toBe('stage-2');
  });
});
