import type { FieldDeclaration } from '../../shared/form/field-declaration';
import type { Option } from '../../shared/list/list-declaration';
import type { SelectSource } from '../../shared/select/select-source';
import { userSource } from '../../shared/select/user.queries';
import { territorySource } from '../../shared/select/territory.queries';
import LinesInput from './components/LinesInput.vue';
import { customerPicker } from './opportunity.queries';

const CURRENCIES: Option[] = ['CNY', 'USD', 'EUR', 'HKD', 'JPY', 'GBP'].map((value) => ({
  value,
  text: value,
}));
const CHANCES: Option[] = [10, 20, 30, 40, 50, 60, 70, 80, 90, 95].map((percent) => ({
  value: (percent / 100).toFixed(4),
  text: `${percent}%`,
}));

interface Words {
  readonly stages: readonly Option[];
  readonly sources: readonly Option[];
  readonly competitors: readonly Option[];
  readonly contacts: SelectSource;
}
const title = (key: string) => `opportunities.fields.${key}`;

/** Inputs of a deal, what every deal has first. */
export const opportunityFields = ({ sources, competitors, contacts }: Words): FieldDeclaration[] => [
  { key: 'name', title: title('name'), kind: 'text', isRequired: true, maxLength: 120, isWide: true },
  { key: 'customerId', title: title('customerId'), kind: 'select', source: customerPicker },
  {
    key: 'primaryContactId',
    title: title('primaryContactId'),
    kind: 'select',
    source: contacts,
    isShown: ({ customerId }) => Boolean(customerId),
  },
  { key: 'amount', title: title('amount'), hint: 'opportunities.amountHint', kind: 'decimal' },
  { key: 'expectedCloseOn', title: title('expectedCloseOn'), kind: 'day' },
  { key: 'lines', title: title('lines'), kind: 'own', input: LinesInput, isWide: true },
  { key: 'source', title: title('source'), kind: 'options', options: sources },
  { key: 'ownProbability', title: title('ownProbability'), kind: 'options', options: CHANCES },
  { key: 'nextStep', title: title('nextStep'), kind: 'text', maxLength: 200 },
  { key: 'nextStepOn', title: title('nextStepOn'), kind: 'day' },
  {
    key: 'competitors',
    title: title('competitors'),
    kind: 'options',
    options: competitors,
    isMultiple: true,
  },
  { key: 'engagedOn', title: title('engagedOn'), kind: 'day' },
  { key: 'ownerId', title: title('ownerId'), kind: 'select', source: userSource, isRequired: true },
  { key: 'territoryId', title: title('territoryId'), kind: 'select', source: territorySource },
  { key: 'currency', title: title('currency'), kind: 'options', options: CURRENCIES, isRequired: true },
  {
    key: 'exchangeRate',
    title: title('exchangeRate'),
    kind: 'decimal',
    isShown: ({ currency }) => Boolean(currency) && currency !== 'CNY',
  },
  { key: 'note', title: title('note'), kind: 'long-text', maxLength: 2000 },
];

/** Only a new deal is given its stage here; later it moves. */
export const newOpportunityFields = (words: Words): FieldDeclaration[] =>
  opportunityFields(words).toSpliced(3, 0, {
    key: 'stageId',
    title: title('stageId'),
    kind: 'options',
    options: words.stages,
    isRequired: true,
  });
