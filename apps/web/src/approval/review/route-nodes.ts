import type { ApprovalNode } from '../approval.queries';

/**
 * The nodes a document passes or has passed, from the start on, in order: at a branch the way that was taken. A node
 * that leads nowhere known ends the picture.
 */
export function routeNodes(nodes: readonly ApprovalNode[]): ApprovalNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const route: ApprovalNode[] = [];
  let node = nodes.find(({ kind }) => kind === 'start');
  while (node && !route.includes(node)) {
    route.push(node);
    const followers: ApprovalNode[] = node.next.flatMap((id) => byId.get(id) ?? []);
    node = followers.find(({ state }) => state !== 'not-taken');
  }
  return route.filter(({ kind }) => kind !== 'branch');
}

/** Seats that are still open, each once: the people of one seat stand for each other. */
export const whoIsAsked = (node: ApprovalNode): string[] => [
  ...new Set(node.tasks.filter(({ state }) => state === 'open').map(({ assignee }) => assignee.name)),
];
