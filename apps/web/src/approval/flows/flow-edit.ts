import type { Branch, FlowDefinition, FlowNode } from './flow.queries';
import { behind, type Exit, exitsOf, mergeOf, type Place, targetOf } from './flow-tree';

/** Changes to a drawing. Each gives a new one; ids of nodes stay, so what is under way keeps its stages. */

const ALWAYS = { match: 'all', groups: [{ match: 'all', rules: [] }] } as const;
export const emptyCondition = (): Branch['condition'] =>
  structuredClone(ALWAYS) as unknown as Branch['condition'];

/** The first free id of a kind: `stage-3`. */
export function freshId({ nodes }: FlowDefinition, kind: string): string {
  const taken = new Set(nodes.map(({ id }) => id));
  let number = 1;
  while (taken.has(`${kind}-${number}`)) number += 1;
  return `${kind}-${number}`;
}

export const nodeOf = ({ nodes }: FlowDefinition, id: string): FlowNode | undefined =>
  nodes.find((node) => node.id === id);

export const replaceNode = ({ nodes }: FlowDefinition, changed: FlowNode): FlowDefinition => ({
  nodes: nodes.map((node) => (node.id === changed.id ? changed : node)),
});

function withTarget(node: FlowNode, exit: Exit, target: string | null): FlowNode {
  if (exit === 'next') return { ...node, next: target };
  if (exit === 'otherwise') return { ...node, otherwise: target };
  const way = node.branches?.[exit];
  return way ? { ...node, branches: node.branches!.with(exit, { ...way, next: target }) } : node;
}

/** Every line to a node leads to another one instead; of these nodes only, where some are given. */
const redirect = (
  { nodes }: FlowDefinition,
  from: string | null,
  to: string | null,
  of?: ReadonlySet<string>,
): FlowDefinition => ({
  nodes: nodes.map((node) =>
    of && !of.has(node.id)
      ? node
      : exitsOf(node).reduce(
          (changed, exit) => (targetOf(changed, exit) === from ? withTarget(changed, exit, to) : changed),
          node,
        ),
  ),
});

/** What can be reached from a node, itself included, without passing another one. */
function reachedFrom(definition: FlowDefinition, from: string | null, until?: string | null): Set<string> {
  const reached = new Set<string>();
  const visit = (id: string | null): void => {
    const node = id === null || id === until ? undefined : nodeOf(definition, id);
    if (!node || reached.has(node.id)) return;
    reached.add(node.id);
    for (const exit of exitsOf(node)) visit(targetOf(node, exit));
  };
  visit(from);
  return reached;
}

/** Without what no line leads to any more. */
function withoutLost(definition: FlowDefinition): FlowDefinition {
  const start = definition.nodes.find(({ kind }) => kind === 'start');
  const reached = reachedFrom(definition, start?.id ?? null);
  return { nodes: definition.nodes.filter(({ id, kind }) => reached.has(id) || kind === 'end') };
}

/** Puts a node on a line; a branch begins with one way beside its default. */
export function insert(definition: FlowDefinition, place: Place, node: FlowNode): FlowDefinition {
  const before = nodeOf(definition, place.nodeId);
  if (!before) return definition;
  const target = behind(definition, place);
  const placed: FlowNode =
    node.kind === 'branch'
      ? { ...node, branches: [{ name: '', condition: emptyCondition(), next: target }], otherwise: target }
      : { ...node, next: target };
  const { nodes } =
    place.exit === 'merge'
      ? redirect(definition, target, node.id, reachedFrom(definition, before.id, target))
      : replaceNode(definition, withTarget(before, place.exit, node.id));
  const at = nodes.findIndex(({ id }) => id === before.id) + 1;
  return { nodes: nodes.toSpliced(at, 0, placed) };
}

/** Takes a node out; with a branch goes what only its ways lead to. */
export function remove(definition: FlowDefinition, id: string): FlowDefinition {
  const node = nodeOf(definition, id);
  if (!node || node.kind === 'start' || node.kind === 'end') return definition;
  const after = node.kind === 'branch' ? mergeOf(definition, node) : (node.next ?? null);
  const { nodes } = redirect(definition, id, after);
  return withoutLost({ nodes: nodes.filter((one) => one.id !== id) });
}

/** A further way before the default, leading straight to where the ways meet. */
export function addWay(definition: FlowDefinition, branchId: string): FlowDefinition {
  const node = nodeOf(definition, branchId);
  if (node?.kind !== 'branch') return definition;
  const next = mergeOf(definition, node) ?? node.otherwise ?? null;
  const way: Branch = { name: '', condition: emptyCondition(), next };
  return replaceNode(definition, { ...node, branches: [...(node.branches ?? []), way] });
}

/** Takes a way out with what only it leads to; a branch without ways is no branch. */
export function removeWay(definition: FlowDefinition, branchId: string, at: number): FlowDefinition {
  const node = nodeOf(definition, branchId);
  if (node?.kind !== 'branch') return definition;
  const branches = (node.branches ?? []).toSpliced(at, 1);
  if (branches.length > 0) return withoutLost(replaceNode(definition, { ...node, branches }));
  const { nodes } = redirect(definition, branchId, node.otherwise ?? null);
  return withoutLost({ nodes: nodes.filter(({ id }) => id !== branchId) });
}

/** A way is asked earlier or later than its neighbour. */
export function moveWay(
  definition: FlowDefinition,
  branchId: string,
  at: number,
  by: 1 | -1,
): FlowDefinition {
  const node = nodeOf(definition, branchId);
  const ways = node?.branches ?? [];
  const [way, other] = [ways[at], ways[at + by]];
  if (!node || !way || !other) return definition;
  return replaceNode(definition, { ...node, branches: ways.with(at, other).with(at + by, way) });
}

/** Takes a stage or copy out of its place and puts it on another line. */
export function relocate(definition: FlowDefinition, id: string, place: Place): FlowDefinition {
  const node = nodeOf(definition, id);
  if (!node || (node.kind !== 'stage' && node.kind !== 'copy') || place.nodeId === id) return definition;
  if (behind(definition, place) === id) return definition;
  const { nodes } = redirect(definition, id, node.next ?? null);
  return insert({ nodes: nodes.filter((one) => one.id !== id) }, place, node);
}
