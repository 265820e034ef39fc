import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../api/problem';
import type { FieldDeclaration } from './field-declaration';
import { checkField, checkForm, fieldOfPointer, placeProblem } from './form-rules';

const name: FieldDeclaration = { key: 'name', title: 't', kind: 'text', isRequired: true, maxLength: 5 };
const phone: FieldDeclaration = { key: 'phone', title: 't', kind: 'phone' };
const price: FieldDeclaration = { key: 'price', title: 't', kind: 'decimal' };

describe('Form rules', () => {
  it.each([
    [name, '', 'shared.form.required'],
    [name, '123456', 'shared.form.tooLong'],
    [name, 'Anna', undefined],
    [phone, 'abc', 'shared.form.phone'],
    [phone, '', undefined],
    [phone, '+86 (20) 8765-4321', undefined],
    [price, '12.5', undefined],
    [price, '12,5', 'shared.form.decimal'],
  ])('say of %o holding %o: %s', (field, value, key) => {
    expect(checkField(field, value)?.key).toBe(key);
  });

  it('leave out fields that are not shown', () => {
    const taxNumber: FieldDeclaration = {
      ...name,
      key: 'taxNumber',
      isShown: (values) => values.kind === 'organisation',
    };
    expect(checkForm([taxNumber], { kind: 'individual' })).toEqual({});
    expect(Object.keys(checkForm([taxNumber], { kind: 'organisation' }))).toEqual(['taxNumber']);
  });

  it('read JSON pointers', () => {
    expect(fieldOfPointer('/lines/0/quantity')).toBe('lines.0.quantity');
    expect(fieldOfPointer('/a~1b~0c')).toBe('a/b~c');
  });

  it('put a server refusal beside its field, and keep what fits none', () => {
    const problem = new ApiProblem(422, 'validation.failed', '', {}, [
      { pointer: '/phone', detail: 'Not a phone number.' },
      { pointer: '/lines/0/quantity', detail: 'Too many.' },
    ]);
    const { errors, others } = placeProblem(problem, [name, phone]);
    expect(errors.phone?.text).toBe('Not a phone number.');
    expect(others.map((each) => each.detail)).toEqual(['Too many.']);
  });
});
