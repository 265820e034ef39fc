import type { FactDeclaration } from '../documents/facts.js';
import { EVERYTHING, narrowed, type Region } from './condition-region.js';
import { nodeOf, type FlowDefinition } from './flow-definition.js';
import { problem, type FlowProblem } from './flow-problems.js';

/** Ways through a flow that are followed at most; a flow with more is not called contradictory. */
const MOST_WAYS = 2_000;

/**
 * Branches whose condition can never hold: it contradicts itself, or what every way to it has decided before. Follows every
 * way through a sound flow and keeps what the facts may still be.
 */
export function neverTrueProblems(flow: FlowDefinition, declared: readonly FactDeclaration[]): FlowProblem[] {
  const facts = new Map(declared.map((fact) => [fact.name, fact]));
  const alive = new Set<string>();
  const open: { id: string; regions: readonly Region[] }[] = [
    { id: flow.nodes.find(({ kind }) => kind === 'start')!.id, regions: EVERYTHING },
  ];
  for (let ways = 0; open.length > 0; ways += 1) {
    if (ways > MOST_WAYS) return [];
    const { id, regions } = open.pop()!;
    const node = nodeOf(flow, id);
    if (!node || node.kind === 'end') continue;
    if (node.kind !== 'branch') {
      open.push({ id: node.next!, regions });
      continue;
    }
    open.push({ id: node.otherwise!, regions });
    node.branches.forEach(({ condition, next }, at) => {
      const left = narrowed(regions, condition, facts) ?? regions;
      if (left.length === 0) return;
      alive.add(`${node.id}/${at}`);
      open.push({ id: next!, regions: left });
    });
  }
  return flow.nodes.flatMap((node, index) =>
    node.kind === 'branch'
      ? node.branches.flatMap((_, at) =>
          alive.has(`${node.id}/${at}`)
            ? []
            : [problem('never-true', node.id, `/nodes/${index}/branches/${at}/condition`)],
        )
      : [],
  );
}
