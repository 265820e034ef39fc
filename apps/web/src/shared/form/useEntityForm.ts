import { computed, reactive, ref, shallowRef } from 'vue';
import { ApiProblem, isStale } from '../api/problem';
import { problemText } from '../i18n/problem-text';
import { ruleText } from '../i18n/refusal-text';
import type { FieldDeclaration, FormValues } from './field-declaration';
import { changesFrom, checkForm, type FieldError, placeProblem } from './form-rules';
import { useFormDraft } from './useFormDraft';

export interface EntityFormOptions {
  /** Name of the draft: `customer.new` or `customer.<id>`. */
  readonly name: string;
  readonly fields: readonly FieldDeclaration[];
  readonly initial: FormValues;
  /** Filled in for a new record and sent with it, but not counted as typed. */
  readonly defaults?: FormValues;
  readonly version?: number;
  /** The form's values of a record that was read again, where they are not the record's own properties. */
  readonly read?: (record: never) => FormValues;
  /** Called after each input: what follows from it may be filled in. */
  readonly follow?: (values: FormValues, key: string) => void;
  /** Given only what changed; null clears. Throws an ApiProblem when the server refuses. */
  readonly save: (changes: FormValues) => Promise<unknown>;
}

/** State of one form: values, errors beside their fields, draft, saving. */
export function useEntityForm(options: EntityFormOptions) {
  const start = Object.fromEntries(
    options.fields.map((field) => [field.key, structuredCloneOf(options.initial[field.key])]),
  );
  const values = reactive<FormValues>({ ...start, ...options.defaults });
  const errors = ref<Record<string, FieldError>>({});
  const problem = shallowRef<string>('');
  const isSaving = ref(false);

  const changes = computed(() => changesFrom(start, values, options.fields));
  const untouched = JSON.stringify(values);
  const isDirty = computed(() => JSON.stringify(values) !== untouched);
  const draft = useFormDraft(options.name, values, () => isDirty.value, options.version);
  draft.restore();

  function reset(): void {
    Object.assign(values, start, options.defaults);
    errors.value = {};
    problem.value = '';
    draft.drop();
  }

  /** Where somebody was quicker, what both changed is put together field by field; what is typed stays in any case. */
  async function save(): Promise<void> {
    try {
      await options.save(changes.value);
    } catch (failure) {
      if (!isStale(failure)) throw failure;
      const { saveMerged } = await import('../merge/save-merged');
      const { fields, read, save: send } = options;
      Object.assign(
        values,
        await saveMerged(failure, { fields, before: start, mine: values, read, save: send }),
      );
    }
  }

  /** True when the server has taken it. A refusal leaves every value as it was typed. */
  async function submit(): Promise<boolean> {
    if (isSaving.value) return false;
    errors.value = checkForm(options.fields, values);
    problem.value = '';
    if (Object.keys(errors.value).length > 0) return false;
    isSaving.value = true;
    try {
      await save();
      draft.drop();
      return true;
    } catch (failure) {
      draft.keep();
      const placed = failure instanceof ApiProblem ? placeProblem(failure, options.fields) : null;
      errors.value = placed?.errors ?? {};
      const others = placed?.others.map(ruleText) ?? [];
      const isAllPlaced = placed && Object.keys(placed.errors).length > 0 && others.length === 0;
      problem.value = isAllPlaced ? '' : others.join(' ') || problemText(failure);
      return false;
    } finally {
      isSaving.value = false;
    }
  }

  return { values, errors, problem, isSaving, isDirty, isRestored: draft.isRestored, reset, submit };
}

const structuredCloneOf = (value: unknown): unknown => (Array.isArray(value) ? [...value] : (value ?? null));
