import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem } from '../api/problem';
import type { FieldDeclaration } from './field-declaration';
import { type EntityFormOptions, useEntityForm } from './useEntityForm';

const fields: FieldDeclaration[] = [
  { key: 'name', title: 't', kind: 'text', isRequired: true },
  { key: 'phone', title: 't', kind: 'phone' },
];
let draft = '';
const form = (options: Partial<EntityFormOptions> = {}) =>
  useEntityForm({ name: draft, fields, initial: {}, save: async () => undefined, ...options });
const draftIsKept = () =>
  vi.waitFor(() => expect(localStorage.getItem(`juke.draft..${draft}`)).not.toBeNull());

describe('Entity form', () => {
  beforeEach(({ task }) => {
    setActivePinia(createPinia());
    draft = task.id;
  });

  it('sends only what changed, and null for what was emptied', async () => {
    const save = vi.fn(async () => undefined);
    const { values, submit } = form({ initial: { name: 'A', phone: '13800000000' }, save });
    values.phone = '';
    expect(await submit()).toBe(true);
    expect(save).toHaveBeenCalledWith({ phone: null });
  });

  it('asks the server nothing while a required field is empty', async () => {
    const save = vi.fn(async () => undefined);
    const { errors, submit } = form({ save });
    expect(await submit()).toBe(false);
    expect(errors.value.name?.key).toBe('shared.form.required');
    expect(save).not.toHaveBeenCalled();
  });

  it('keeps every value when the server refuses, and says why beside the field', async () => {
    const refusal = new ApiProblem(422, 'validation.failed', '', {}, [
      { pointer: '/phone', detail: 'Taken.' },
    ]);
    const { values, errors, problem, submit } = form({ save: () => Promise.reject(refusal) });
    Object.assign(values, { name: 'A', phone: '13800000000' });
    expect(await submit()).toBe(false);
    expect(values).toEqual({ name: 'A', phone: '13800000000' });
    expect(errors.value.phone?.text).toBe('Taken.');
    expect(problem.value).toBe('');
  });

  it('says what fits no field above the form', async () => {
    const { values, problem, submit } = form({ save: () => Promise.reject(ApiProblem.unreachable()) });
    values.name = 'A';
    await submit();
    expect(problem.value).not.toBe('');
  });

  it('brings a draft back after the form was closed without saving', async () => {
    form().values.name = 'Unfinished';
    await draftIsKept();
    const { values, isRestored } = form();
    expect(values.name).toBe('Unfinished');
    expect(isRestored.value).toBe(true);
  });

  it('drops the draft once it is saved', async () => {
    const { values, submit } = form();
    values.name = 'A';
    await draftIsKept();
    await submit();
    await flushPromises();
    expect(localStorage.getItem(`juke.draft..${draft}`)).toBeNull();
  });

  it('does not bring back a draft of an older version of the record', async () => {
    form({ initial: { name: 'A' }, version: 1 }).values.name = 'B';
    await draftIsKept();
    expect(form({ initial: { name: 'C' }, version: 2 }).values.name).toBe('C');
  });
});
