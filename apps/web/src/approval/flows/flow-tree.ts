import type { FlowDefinition, FlowNode } from './flow.queries';

/** A way out of a node: the one there is, a branch by its place, or the default of a branch. */
export type Exit = 'next' | 'otherwise' | number;
/** Where something can be put in: behind a node on one of its ways out, or where the ways of a branch have met. */
export interface Place {
  readonly nodeId: string;
  readonly exit: Exit | 'merge';
}
export interface Way {
  readonly exit: Exit;
  readonly blocks: readonly Block[];
}
/** What is drawn one below the other: a node, a branch with its ways side by side, or a hint where the way goes on. */
export type Block =
  | { readonly kind: 'node'; readonly node: FlowNode }
  | { readonly kind: 'branch'; readonly node: FlowNode; readonly ways: readonly Way[] }
  | { readonly kind: 'jump'; readonly node: FlowNode };

export const exitsOf = (node: FlowNode): Exit[] => {
  if (node.kind === 'end') return [];
  return node.kind === 'branch' ? [...(node.branches ?? []).keys(), 'otherwise'] : ['next'];
};

export function targetOf(node: FlowNode, exit: Exit): string | null {
  if (exit === 'next') return node.next ?? null;
  return (exit === 'otherwise' ? node.otherwise : node.branches?.[exit]?.next) ?? null;
}

const indexOf = ({ nodes }: FlowDefinition) => new Map(nodes.map((node) => [node.id, node]));
type Index = ReturnType<typeof indexOf>;

/**
 * The nodes that every way from here passes, nearest first. Unfinished ways (that lead nowhere) do not count, so that
 * a drawing keeps its shape while it is being made.
 */
function spine(nodes: Index, id: string | null, seen: ReadonlySet<string> = new Set()): string[] {
  const node = id === null ? undefined : nodes.get(id);
  if (!node || seen.has(node.id)) return [];
  const known = new Set([...seen, node.id]);
  const ways = exitsOf(node)
    .map((exit) => spine(nodes, targetOf(node, exit), known))
    .filter((way) => way.length > 0);
  const [first = [], ...others] = ways;
  return [node.id, ...first.filter((one) => others.every((way) => way.includes(one)))];
}

/** Where the ways of a branch come together again; null: nowhere. */
export function mergeOf(definition: FlowDefinition, branch: FlowNode): string | null {
  return spine(indexOf(definition), branch.id)[1] ?? null;
}

/** What stands behind a place. */
export function behind(definition: FlowDefinition, { nodeId, exit }: Place): string | null {
  const node = definition.nodes.find(({ id }) => id === nodeId);
  if (!node) return null;
  return exit === 'merge' ? mergeOf(definition, node) : targetOf(node, exit);
}

/** The flow as it is drawn, from the start on. A node that ways share outside their meeting point is drawn once. */
export function blocksOf(definition: FlowDefinition): Block[] {
  const nodes = indexOf(definition);
  const drawn = new Set<string>();

  function sequence(from: string | null, until: string | null): Block[] {
    const blocks: Block[] = [];
    let id = from;
    while (id !== null && id !== until) {
      const node = nodes.get(id);
      if (!node) break;
      if (drawn.has(id)) return [...blocks, { kind: 'jump', node }];
      drawn.add(id);
      if (node.kind === 'branch') {
        const merge = spine(nodes, id)[1] ?? null;
        const ways = exitsOf(node).map((exit) => ({ exit, blocks: sequence(targetOf(node, exit), merge) }));
        blocks.push({ kind: 'branch', node, ways });
        id = merge;
      } else {
        blocks.push({ kind: 'node', node });
        id = targetOf(node, 'next');
      }
    }
    return blocks;
  }

  const start = definition.nodes.find(({ kind }) => kind === 'start');
  const blocks = sequence(start?.id ?? null, null);
  // What no way leads to is still shown, so that it can be mended.
  const lost = definition.nodes.filter(({ id }) => !drawn.has(id));
  return [...blocks, ...lost.map((node) => ({ kind: 'node', node }) as const)];
}
