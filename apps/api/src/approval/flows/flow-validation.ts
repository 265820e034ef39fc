import type { FactDeclaration } from '../documents/facts.js';
import { nodeOf, successorsOf, type FlowDefinition, type FlowNode } from './flow-definition.js';
import { problem, type FlowProblem } from './flow-problems.js';
import { branchProblems } from './branch-validation.js';
import { neverTrueProblems } from './route-validation.js';
import { stageProblems } from './stage-validation.js';

/** What of the document type a flow may name. */
export interface FlowVocabulary {
  readonly facts: readonly FactDeclaration[];
  readonly sections: readonly string[];
}

/**
 * Everything wrong with a flow that shows without asking the database; an empty answer means that every document finds its
 * way from the start to an end.
 */
export function flowProblems(flow: FlowDefinition, vocabulary: FlowVocabulary): FlowProblem[] {
  const shape = [...startProblems(flow), ...linkProblems(flow)];
  const reach = shape.some(({ code }) => code === 'duplicate-id' || code === 'no-start')
    ? []
    : reachProblems(flow);
  const inside = flow.nodes.flatMap((node, at) => [
    ...branchProblems(node, `/nodes/${at}`, vocabulary),
    ...stageProblems(node, `/nodes/${at}`, vocabulary),
  ]);
  const isSound = [...shape, ...reach, ...inside].every(({ isWarning }) => isWarning);
  return [...shape, ...reach, ...inside, ...(isSound ? neverTrueProblems(flow, vocabulary.facts) : [])];
}

function startProblems({ nodes }: FlowDefinition): FlowProblem[] {
  const starts = nodes.filter(({ kind }) => kind === 'start');
  const has = (kind: FlowNode['kind']) => nodes.some((node) => node.kind === kind);
  const repeated = nodes.flatMap((node, at) =>
    nodes.findIndex(({ id }) => id === node.id) < at
      ? [problem('duplicate-id', node.id, `/nodes/${at}/id`)]
      : [],
  );
  return [
    ...(starts.length === 0 ? [problem('no-start', null, '/nodes')] : []),
    ...(starts.length > 1 ? [problem('several-starts', starts[1]!.id, '/nodes')] : []),
    ...(has('end') ? [] : [problem('no-end', null, '/nodes')]),
    ...(has('stage') ? [] : [problem('no-stage', null, '/nodes')]),
    ...repeated,
  ];
}

function linkProblems(flow: FlowDefinition): FlowProblem[] {
  return flow.nodes.flatMap((node, at) =>
    successorsOf(node).flatMap((next, branch) => {
      const isDefault = node.kind === 'branch' && branch === node.branches.length;
      const place = node.kind !== 'branch' ? 'next' : isDefault ? 'otherwise' : `branches/${branch}/next`;
      const pointer = `/nodes/${at}/${place}`;
      if (next === null)
        return [problem(isDefault ? 'branch-without-default' : 'no-successor', node.id, pointer)];
      const target = nodeOf(flow, next);
      if (!target) return [problem('unknown-successor', node.id, pointer)];
      return target.kind === 'start' ? [problem('leads-to-start', node.id, pointer)] : [];
    }),
  );
}

function reachProblems(flow: FlowDefinition): FlowProblem[] {
  const start = flow.nodes.find(({ kind }) => kind === 'start')!;
  const reached = reachedFrom(flow, start.id);
  const circle = circleFrom(flow, start.id, []);
  return flow.nodes.flatMap((node, at) => {
    const pointer = `/nodes/${at}`;
    if (!reached.has(node.id)) return [problem('unreachable', node.id, pointer)];
    if (circle === node.id) return [problem('circle', node.id, pointer)];
    const ends = [...reachedFrom(flow, node.id)].some((id) => nodeOf(flow, id)?.kind === 'end');
    return ends ? [] : [problem('never-ends', node.id, pointer)];
  });
}

function reachedFrom(flow: FlowDefinition, id: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const node = reached.has(next) ? undefined : nodeOf(flow, next);
    if (!node) continue;
    reached.add(next);
    open.push(...successorsOf(node).filter((successor) => successor !== null));
  }
  return reached;
}

/** Id of a node that leads back to itself, if there is one on a way from here. */
function circleFrom(
  flow: FlowDefinition,
  id: string,
  path: readonly string[],
  cleared = new Set<string>(),
): string | undefined {
  if (path.includes(id)) return id;
  const node = cleared.has(id) ? undefined : nodeOf(flow, id);
  for (const next of node ? successorsOf(node) : []) {
    const found = next === null ? undefined : circleFrom(flow, next, [...path, id], cleared);
    if (found) return found;
  }
  cleared.add(id);
  return undefined;
}
