import type { ListDeclaration, Option } from '../../shared/list/list-declaration';
import { userSource } from '../../shared/select/user.queries';
import { territorySource } from '../../shared/select/territory.queries';
import { customerPicker, type Opportunity, opportunitySource, productSource } from './opportunity.queries';
import { stageNameOf } from './pipeline.queries';

const title = (key: string) => `opportunities.fields.${key}`;
export const STATES: Option[] = [
  { value: 'open', title: 'opportunities.states.open', tone: 'primary' },
  { value: 'won', title: 'opportunities.states.won', tone: 'success' },
  { value: 'lost', title: 'opportunities.states.lost', tone: 'danger' },
];

export interface OpportunityWords {
  readonly stages: readonly Option[];
  readonly sources: readonly Option[];
  readonly reasons: readonly Option[];
  readonly competitors: readonly Option[];
}

export const opportunityList = (words: OpportunityWords): ListDeclaration<Opportunity> => ({
  source: opportunitySource,
  resource: 'opportunity',
  exports: 'opportunity',
  create: { permission: 'opportunity:create', title: 'opportunities.create' },
  defaultSort: '-createdAt',
  searchHint: 'opportunities.searchHint',
  pageOf: ({ id }) => ({ name: 'opportunity', params: { id } }),
  columns: [
    { key: 'name', edits: 'name', title: title('name'), isTitle: true, isSortable: true, width: 230 },
    { key: 'number', title: title('number'), width: 125, isHidden: true },
    { key: 'customerName', edits: 'customerId', title: title('customerId'), width: 170, onCard: true },
    { key: 'stageNameZh', title: title('stageId'), width: 110, onCard: true, text: stageNameOf },
    { key: 'value', title: title('value'), kind: 'money', isSortable: true, width: 135, onCard: true },
    { key: 'probability', edits: 'ownProbability', title: title('probability'), kind: 'rate', width: 90 },
    { key: 'weightedValue', title: title('weightedValue'), kind: 'money', width: 130 },
    {
      key: 'expectedCloseOn',
      edits: 'expectedCloseOn',
      title: title('expectedCloseOn'),
      kind: 'day',
      isSortable: true,
      width: 120,
      onCard: true,
    },
    { key: 'isStagnant', title: title('isStagnant'), width: 90 },
    { key: 'daysInStage', title: title('daysInStage'), kind: 'count', width: 95, isHidden: true },
    { key: 'ownerName', edits: 'ownerId', title: title('ownerId'), width: 90 },
    { key: 'nextStep', edits: 'nextStep', title: title('nextStep'), width: 130 },
    {
      key: 'nextStepOn',
      edits: 'nextStepOn',
      title: title('nextStepOn'),
      kind: 'day',
      isSortable: true,
      width: 120,
    },
    { key: 'state', title: title('state'), kind: 'options', options: STATES, width: 85, isHidden: true },
    {
      key: 'productNames',
      title: title('lines'),
      width: 160,
      isHidden: true,
      text: ({ productNames }) => productNames.join(' · '),
    },
    { key: 'territoryName', edits: 'territoryId', title: title('territoryId'), width: 100, isHidden: true },
    {
      key: 'source',
      edits: 'source',
      title: title('source'),
      kind: 'options',
      options: words.sources,
      width: 100,
      isHidden: true,
    },
    {
      key: 'lossReason',
      title: title('lossReason'),
      kind: 'options',
      options: words.reasons,
      width: 120,
      isHidden: true,
    },
    { key: 'closedOn', title: title('closedOn'), kind: 'day', isSortable: true, width: 120, isHidden: true },
    {
      key: 'engagedOn',
      edits: 'engagedOn',
      title: title('engagedOn'),
      kind: 'day',
      width: 120,
      isHidden: true,
    },
    {
      key: 'createdAt',
      title: title('createdAt'),
      kind: 'instant',
      isSortable: true,
      width: 150,
      isHidden: true,
    },
  ],
  filters: [
    { kind: 'options', param: 'state', title: title('state'), options: STATES },
    { kind: 'options', param: 'stageId', title: title('stageId'), options: words.stages },
    { kind: 'flag', param: 'isStagnant', title: title('isStagnant') },
    { kind: 'select', param: 'ownerId', title: title('ownerId'), source: userSource },
    { kind: 'select', param: 'customerId', title: title('customerId'), source: customerPicker },
    { kind: 'select', param: 'productId', title: title('lines'), source: productSource },
    { kind: 'select', param: 'territoryId', title: title('territoryId'), source: territorySource },
    { kind: 'options', param: 'competitor', title: title('competitors'), options: words.competitors },
    { kind: 'options', param: 'lossReason', title: title('lossReason'), options: words.reasons },
    { kind: 'options', param: 'source', title: title('source'), options: words.sources },
    { kind: 'numbers', param: 'value', title: title('value') },
    { kind: 'days', param: 'expectedCloseOn', title: title('expectedCloseOn') },
    { kind: 'days', param: 'nextStepOn', title: title('nextStepOn') },
    { kind: 'days', param: 'closedOn', title: title('closedOn') },
    { kind: 'days', param: 'engagedOn', title: title('engagedOn') },
    { kind: 'days', param: 'createdAt', title: title('createdAt') },
    { kind: 'options', param: 'reachedStageId', title: title('reachedStageId'), options: words.stages },
    { kind: 'options', param: 'lastStageId', title: title('lastStageId'), options: words.stages },
  ],
});
