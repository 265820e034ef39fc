import type { FieldDeclaration } from '../../shared/form/field-declaration';
import type { Option } from '../../shared/list/list-declaration';

const COLOURS: Option[] = ['blue', 'green', 'orange', 'red', 'grey'].map((value) => ({
  value,
  title: `systemAdmin.dictionaries.colours.${value}`,
}));

const labels: FieldDeclaration[] = [
  {
    key: 'labelZh',
    title: 'systemAdmin.dictionaries.fields.labelZh',
    kind: 'text',
    isRequired: true,
    maxLength: 60,
  },
];
const english: FieldDeclaration = {
  key: 'labelEn',
  title: 'systemAdmin.dictionaries.fields.labelEn',
  kind: 'text',
  maxLength: 60,
};

export const dictionaryFields: FieldDeclaration[] = [...labels, { ...english, isRequired: true }];
export const newDictionaryFields: FieldDeclaration[] = [
  ...dictionaryFields,
  {
    key: 'code',
    title: 'systemAdmin.dictionaries.fields.code',
    hint: 'systemAdmin.dictionaries.codeHint',
    kind: 'text',
    isRequired: true,
    maxLength: 60,
  },
];

const colour: FieldDeclaration = {
  key: 'colour',
  title: 'systemAdmin.dictionaries.fields.colour',
  kind: 'options',
  options: COLOURS,
};
export const valueFields: FieldDeclaration[] = [...labels, { ...english, isRequired: true }, colour];
export const newValueFields: FieldDeclaration[] = [
  ...labels,
  english,
  colour,
  {
    key: 'code',
    title: 'systemAdmin.dictionaries.fields.code',
    hint: 'systemAdmin.dictionaries.valueCodeHint',
    kind: 'text',
    maxLength: 60,
  },
];
