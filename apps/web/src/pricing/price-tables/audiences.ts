import type { Audience } from './price-table.queries';

/** One group of customers in words: its conditions side by side. */
export const groupText = ({ customerName, customerClass, territoryName, province }: Audience): string =>
  [customerName, customerClass, territoryName, province].filter(Boolean).join(' + ');

/** Whom a table is for; everybody when no group is named. */
export const audienceText = (audiences: readonly Audience[], everybody: string): string =>
  audiences.length === 0 ? everybody : audiences.map(groupText).join(' / ');
