import type { OpportunityState } from './opportunity.entity.js';

interface OpportunityTransition {
  readonly from: readonly OpportunityState[];
  readonly permission: `opportunity:${string}`;
}

/** What may be done with a deal, when and by whom; where a move may lead is the pipeline's data. */
export const OPPORTUNITY_ACTIONS = {
  change: { from: ['open', 'won', 'lost'], permission: 'opportunity:change' },
  move: { from: ['open'], permission: 'opportunity:change' },
  win: { from: ['open'], permission: 'opportunity:change' },
  lose: { from: ['open'], permission: 'opportunity:change' },
  reopen: { from: ['won', 'lost'], permission: 'opportunity:reopen' },
  delete: { from: ['open', 'won', 'lost'], permission: 'opportunity:delete' },
} as const satisfies Record<string, OpportunityTransition>;

export type OpportunityAction = keyof typeof OPPORTUNITY_ACTIONS;
