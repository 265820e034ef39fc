import type { FieldDeclaration } from '../../../shared/form/field-declaration';
import type { Option } from '../../../shared/list/list-declaration';
import type { Stage } from '../pipeline.queries';

const title = (key: string) => `opportunities.pipelines.fields.${key}`;
const COLOURS: Option[] = ['blue', 'green', 'orange', 'red', 'grey'].map((value) => ({
  value,
  title: `opportunities.pipelines.colours.${value}`,
}));
const REQUIREMENTS: Option[] = [
  'customerId',
  'primaryContactId',
  'amount',
  'expectedCloseOn',
  'source',
  'lines',
  'competitors',
  'nextStep',
].map((value) => ({ value, title: `opportunities.fields.${value}` }));

export const pipelineFields: FieldDeclaration[] = [
  { key: 'nameZh', title: title('nameZh'), kind: 'text', isRequired: true, maxLength: 60 },
  { key: 'nameEn', title: title('nameEn'), kind: 'text', maxLength: 60 },
];

const colour: FieldDeclaration = { key: 'colour', title: title('colour'), kind: 'options', options: COLOURS };
const required: FieldDeclaration = {
  key: 'requiredFields',
  title: title('requiredFields'),
  hint: 'opportunities.pipelines.requiredHint',
  kind: 'options',
  options: REQUIREMENTS,
  isMultiple: true,
  isWide: true,
};

/** The two ends have a fixed chance, no norm, and are never left out. */
export const stageFields = (kind: Stage['kind']): FieldDeclaration[] =>
  kind === 'open'
    ? [
        ...pipelineFields,
        { key: 'percent', title: title('probability'), kind: 'decimal', isRequired: true },
        { key: 'stagnationDays', title: title('stagnationDays'), kind: 'decimal' },
        colour,
        required,
        { key: 'maySkip', title: title('maySkip'), kind: 'flag' },
        { key: 'mayReturn', title: title('mayReturn'), kind: 'flag' },
      ]
    : [...pipelineFields, colour, ...(kind === 'won' ? [required] : [])];

/** The form counts in per cent and days, the API in ratios and whole numbers. */
export function stageValues({
  percent,
  stagnationDays,
  ...values
}: Record<string, unknown>): Record<string, unknown> {
  return {
    ...values,
    ...(percent !== undefined && { probability: (Number(percent) / 100).toFixed(4) }),
    ...(stagnationDays !== undefined && {
      stagnationDays: stagnationDays === null ? null : Number(stagnationDays),
    }),
    ...('requiredFields' in values && { requiredFields: values.requiredFields ?? [] }),
  };
}

export const stageInitial = (stage: Stage): Record<string, unknown> => ({
  ...stage,
  percent: String(Number(stage.probability) * 100),
  stagnationDays: stage.stagnationDays === null ? null : String(stage.stagnationDays),
});
