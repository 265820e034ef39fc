import type { Schema } from '@juke/api-client';

type GivenLine = Schema<'OpportunityLineInputDto'>;

/** What the form shows and sends of a line. */
export const bareLines = (lines: Schema<'WholeOpportunityDto'>['lines']): GivenLine[] =>
  lines.map(({ productId, quantity, price, amount }) => ({ productId, quantity, price, amount }));

/** Lines for which a product was chosen; the others were only begun. */
export const givenLines = (lines: unknown): GivenLine[] =>
  ((lines ?? []) as GivenLine[]).filter(({ productId }) => Boolean(productId));
