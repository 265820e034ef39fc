import { refusalsOf, type StageRequirement, type StageRule } from './stage-rules.js';

const stage = (id: string, more: Partial<StageRule> = {}): StageRule => ({
  id,
  kind: 'open',
  nameZh: id,
  nameEn: id,
  requiredFields: [],
  maySkip: true,
  mayReturn: true,
  isRetired: false,
  ...more,
});
const FIRST = stage('first', { mayReturn: false });
const OFFER = stage('offer', { maySkip: false, requiredFields: ['amount', 'customerId'] });
const TALKS = stage('talks', { requiredFields: ['expectedCloseOn'] });
const WON = stage('won', { kind: 'won', requiredFields: ['customerId'] });
const LOST = stage('lost', { kind: 'lost' });
const STAGES = [FIRST, OFFER, TALKS, WON, LOST];
const having =
  (...fields: StageRequirement[]) =>
  (field: StageRequirement) =>
    fields.includes(field);

describe('A deal on its way through a pipeline', () => {
  it.each([
    ['to the next stage with what it asks', FIRST, OFFER, having('amount', 'customerId')],
    ['back to where it may return', TALKS, OFFER, having()],
    ['lost from anywhere', FIRST, LOST, having()],
    ['won from the last stage', TALKS, WON, having('customerId')],
  ])('goes %s', (_, from, to, has) => {
    expect(refusalsOf(STAGES, from.id, to, has)).toBeUndefined();
  });

  it.each([
    ['a stage that may not be left out is', FIRST, TALKS, having('expectedCloseOn'), { skipped: [OFFER] }],
    ['it is won without it', FIRST, WON, having('customerId'), { skipped: [OFFER] }],
    ['something is missing', FIRST, OFFER, having('customerId'), { missing: ['amount'] }],
    ['there is no way back', TALKS, FIRST, having(), { isReturn: true }],
    ['both at once', FIRST, TALKS, having(), { skipped: [OFFER], missing: ['expectedCloseOn'] }],
  ])('is refused when %s', (_, from, to, has, refusals) => {
    expect(refusalsOf(STAGES, from.id, to, has)).toMatchObject(refusals);
  });

  it('begins only where the stages before may be left out', () => {
    expect(refusalsOf(STAGES, undefined, FIRST, having())).toBeUndefined();
    expect(refusalsOf(STAGES, undefined, TALKS, having('expectedCloseOn'))).toMatchObject({
      skipped: [OFFER],
    });
  });

  it('does not enter a stage that is retired, and is not held up by one', () => {
    const retired = { ...OFFER, isRetired: true };
    const stages = [FIRST, retired, TALKS, WON, LOST];
    expect(refusalsOf(stages, FIRST.id, retired, having('amount', 'customerId'))).toMatchObject({
      isRetired: true,
    });
    expect(refusalsOf(stages, FIRST.id, TALKS, having('expectedCloseOn'))).toBeUndefined();
  });
});
