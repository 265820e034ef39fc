import { describe, expect, it } from 'vitest';
import { codeOf, fieldsOf, flatField, nestField } from './custom-field.form';

const NOTHING = { types: [], dictionaries: [], targets: [], permissions: [] };
const shown = (kind: string) =>
  fieldsOf(true, NOTHING)
    .filter((field) => field.isShown?.({ kind }) !== false)
    .map(({ key }) => key);

describe('The editor of custom fields', () => {
  it('asks only what the kind has a use for', () => {
    expect(shown('choice')).toContain('settings.choices');
    expect(shown('number')).toEqual(expect.arrayContaining(['settings.minimum', 'settings.scale']));
    expect(shown('formula')).toContain('formula');
    expect(shown('formula')).not.toContain('isRequired');
    expect(shown('text')).not.toContain('formula');
  });

  it('sends settings whole, with numbers as numbers', () => {
    const before = { scale: 2, minimum: '1' };
    expect(nestField({ 'settings.scale': '4', 'settings.minimum': null }, before)).toEqual({
      settings: { scale: 4 },
    });
    expect(nestField({ labelZh: 'x', appliesTo: null })).toEqual({ labelZh: 'x', appliesTo: [] });
    expect(flatField({ settings: { scale: 2 } } as never)).toMatchObject({ 'settings.scale': 2 });
  });

  it.each([
    ['Credit grade', 'creditGrade'],
    ['VIP 2 level', 'vip2Level'],
    ['\u4fe1\u7528', ''],
    ['3rd party', ''],
  ])('makes a code of "%s"', (label, code) => {
    expect(codeOf(label)).toBe(code);
  });
});
