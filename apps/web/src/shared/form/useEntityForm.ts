import { computed, reactive, ref, shallowRef } from 'vue';
import { ApiProblem } from '../api/problem';
import { problemText } from '../i18n/problem-text';
import { ruleText } from '../i18n/refusal-text';
import type { FieldDeclaration, FormValues } from './field-declaration';
import { checkForm, type FieldError, isEmpty, placeProblem } from './form-rules';
import { useFormDraft } from './useFormDraft';

export interface EntityFormOptions {
  /** Name of the draft: `customer.new` or `customer.<id>`. */
  readonly name: string;
  readonly fields: readonly FieldDeclaration[];
  readonly initial: FormValues;
  /** Filled in for a new record and sent with it, but not counted as typed. */
  readonly defaults?: FormValues;
  readonly version?: number;
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

  const changes = computed(() =>
    Object.fromEntries(
      options.fields
        .filter(({ key }) => !isSame(values[key], start[key]))
        .map(({ key }) => [key, isEmpty(values[key]) ? null : values[key]]),
    ),
  );
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

  /** True when the server has taken it. A refusal leaves every value as it was typed. */
  async function submit(): Promise<boolean> {
    if (isSaving.value) return false;
    errors.value = checkForm(options.fields, values);
    problem.value = '';
    if (Object.keys(errors.value).length > 0) return false;
    isSaving.value = true;
    try {
      await options.save(changes.value);
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

const isSame = (a: unknown, b: unknown): boolean =>
  (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b);
