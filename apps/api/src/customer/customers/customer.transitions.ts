import type { CustomerStage } from './customer.entity.js';

interface CustomerTransition {
  readonly from: readonly CustomerStage[];
  readonly permission: `customer:${string}`;
}

/** What may be done with a customer, at which stage and by whom. */
export const CUSTOMER_ACTIONS = {
  change: { from: ['potential', 'formal'], permission: 'customer:change' },
  convert: { from: ['potential'], permission: 'customer:change' },
  delete: { from: ['potential', 'formal'], permission: 'customer:delete' },
} as const satisfies Record<string, CustomerTransition>;
