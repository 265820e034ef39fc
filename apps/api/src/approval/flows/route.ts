import type { Facts } from '../documents/facts.js';
import { holds, type ConditionContext } from './condition.js';
import { nodeOf, type FlowDefinition, type FlowNode } from './flow-definition.js';

/** Where a document with these facts goes after a node; null at an end. */
export function nextOf(node: FlowNode, facts: Facts, context: ConditionContext): string | null {
  if (node.kind === 'end') return null;
  if (node.kind !== 'branch') return node.next;
  const taken = node.branches.find(({ condition }) => holds(condition, facts, context));
  return taken ? taken.next : node.otherwise;
}

/** The nodes that a document with these facts passes, from a node on (the start, when none is named). */
export function routeOf(
  flow: FlowDefinition,
  facts: Facts,
  context: ConditionContext,
  from = flow.nodes.find(({ kind }) => kind === 'start')?.id,
): FlowNode[] {
  const route: FlowNode[] = [];
  let node = from === undefined ? undefined : nodeOf(flow, from);
  // A flow that is no tree yet (a draft on the screen) may lead in circles.
  while (node && !route.includes(node)) {
    route.push(node);
    const next = nextOf(node, facts, context);
    node = next === null ? undefined : nodeOf(flow, next);
  }
  return route;
}
