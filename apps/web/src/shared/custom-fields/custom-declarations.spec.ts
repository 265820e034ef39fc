import { beforeAll, describe, expect, it } from 'vitest';
import { setLocale } from '../i18n/i18n';
import { customFilters, customInputs, flatCustom, nestCustom, textOf } from './custom-declarations';
import type { CustomField } from './custom-field.queries';

const field = (kind: CustomField['kind'], more: Partial<CustomField> = {}): CustomField => ({
  id: kind,
  resource: 'customer',
  code: kind,
  labelZh: '字段',
  labelEn: 'Field',
  helpZh: null,
  helpEn: null,
  kind,
  settings: {},
  choices: [
    { code: 'a', labelZh: '甲', labelEn: 'A' },
    { code: 'b', labelZh: '乙', labelEn: 'B', isRetired: true },
  ],
  dictionary: null,
  formula: null,
  isRequired: false,
  appliesTo: [],
  section: null,
  isIndexed: false,
  readPermission: null,
  changePermission: null,
  isWritable: kind !== 'formula',
  retiredAt: null,
  version: 1,
  ...more,
});

describe('Custom fields on screens', () => {
  beforeAll(() => setLocale('zh-CN'));

  it('are read as words, retired ones too', () => {
    expect(textOf(field('choice'), { choice: 'b' })).toBe('乙');
    expect(textOf(field('choices'), { choices: ['a', 'gone'] })).toBe('甲、gone');
    expect(textOf(field('number'), { number: '1234.50' })).toBe('1,234.5');
    expect(textOf(field('text'), {})).toBe('');
  });

  it('are entered where they can be, for the types that have them', () => {
    const inputs = customInputs([field('choice', { appliesTo: ['individual'] }), field('formula')], 'kind');
    expect(inputs.map(({ key }) => key)).toEqual(['custom.choice']);
    expect(inputs[0]!.isShown?.({ kind: 'organisation' })).toBe(false);
    expect(inputs[0]!.isShown?.({ kind: 'individual' })).toBe(true);
    expect(inputs[0]).toMatchObject({ options: [{ value: 'a' }, { value: 'b', isRetired: true }] });
  });

  it('are filtered by what they are', () => {
    const kinds = customFilters([
      field('money'),
      field('date'),
      field('choices'),
      field('text'),
      field('attachment'),
    ]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['numbers', 'days', 'options', 'text']);
  });

  it('go into a form flat, and out of it nested', () => {
    expect(flatCustom({ custom: { a: '1' } })).toEqual({ 'custom.a': '1' });
    expect(nestCustom({ name: 'x', 'custom.a': null })).toEqual({ name: 'x', custom: { a: null } });
    expect(nestCustom({ name: 'x' })).toEqual({ name: 'x' });
  });
});
