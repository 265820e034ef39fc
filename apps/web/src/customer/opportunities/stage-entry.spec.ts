import { describe, expect, it } from 'vitest';
import type { Opportunity } from './opportunity.queries';
import type { Pipeline, Stage } from './pipeline.queries';
import { missingFor } from './stage-entry';

const stage = (id: string, requiredFields: Stage['requiredFields'] = [], kind: Stage['kind'] = 'open') =>
  ({ id, kind, requiredFields }) as Stage;
const FIRST = stage('first');
const OFFER = stage('offer', ['amount', 'lines']);
const TALKS = stage('talks', ['primaryContactId', 'competitors']);
const WON = stage('won', ['customerId'], 'won');
const PIPELINE = { stages: [FIRST, OFFER, TALKS, WON] } as Pipeline;
const deal = (more: Partial<Opportunity>) =>
  ({
    stageId: 'first',
    productNames: [],
    competitors: [],
    customerId: null,
    ...more,
  }) as unknown as Opportunity;

describe('What a deal lacks for a stage', () => {
  it('is named field by field', () => {
    expect(missingFor(deal({}), OFFER, PIPELINE)).toEqual(['amount', 'lines']);
    expect(missingFor(deal({ amount: '1.00', productNames: ['x'] }), OFFER, PIPELINE)).toEqual([]);
    expect(missingFor(deal({ competitors: ['x'] }), TALKS, PIPELINE)).toEqual(['primaryContactId']);
    expect(missingFor(deal({}), WON, PIPELINE)).toEqual(['customerId']);
  });

  it('is nothing on the way back', () => {
    expect(missingFor(deal({ stageId: 'talks' }), OFFER, PIPELINE)).toEqual([]);
  });
});
