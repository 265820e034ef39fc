import { Injectable } from '@nestjs/common';
import { may, SYSTEM_ACTOR, type Actor } from '../auth/actor.js';
import type { Unit } from '../database/unit-of-work.js';
import { InvalidInputError, RecordNotFoundError } from '../errors/common.errors.js';
import type { FieldProblem } from '../errors/domain-error.js';
import { FileStore } from '../files/file-store.js';
import { Lists } from '../lists/lists.js';
import { isNumeric, type FieldDefinition } from './custom-field.entity.js';
import { CustomFields } from './custom-fields.js';
import { CustomResources } from './custom-resource.js';
import { Formula, type FormulaProblem } from './formula.js';
import { checkValue } from './value-rules.js';

export type StoredValues = Readonly<Record<string, unknown>>;

/** Key beside the values for the formulas that have none, with the reason. */
export const PROBLEMS = '_problems';

export interface ValuesToStore {
  readonly resource: string;
  /** What the caller sends: code → value; null clears. */
  readonly given: Readonly<Record<string, unknown>>;
  /** What the record has; empty for a new one. */
  readonly kept?: StoredValues;
  /** Type of the record, where fields may be for some types only. */
  readonly type?: string;
}

/** Values of custom fields on their way into a record: checked, completed and calculated. */
@Injectable()
export class CustomValues {
  private readonly formulas = new Map<string, Formula>();

  constructor(
    private readonly fields: CustomFields,
    private readonly resources: CustomResources,
    private readonly files: FileStore,
    private readonly lists: Lists,
  ) {}

  /** Whether there is anything to say about a new record that gives no values: only then need a writer ask. */
  concerns(resource: string, given: unknown): boolean {
    return given !== undefined || this.fields.of(resource).length > 0;
  }

  /** @throws InvalidInputError pointing at `/custom/<code>` for each value at fault. */
  async toStore({ resource, given, kept = {}, type }: ValuesToStore, unit: Unit): Promise<StoredValues> {
    const { actor } = unit;
    const visible = new Map(this.fields.visible(resource, actor).map((field) => [field.code, field]));
    const values: Record<string, unknown> = { ...kept };
    const problems: FieldProblem[] = [];
    for (const [code, value] of Object.entries(given)) {
      const field = visible.get(code);
      const refusal = refusalOf(field, type, actor);
      if (refusal || !field) problems.push({ pointer: `/custom/${code}`, ...refusal! });
      else await this.put(field, value, values, kept, problems, actor);
    }
    for (const field of visible.values()) {
      const isDue =
        field.isRequired && !field.retiredAt && field.kind !== 'formula' && appliesTo(field, type);
      if (
        isDue &&
        isBlank(values[field.code]) &&
        !problems.some(({ pointer }) => pointer === `/custom/${field.code}`)
      )
        problems.push({ pointer: `/custom/${field.code}`, rule: 'required', detail: 'This is required.' });
    }
    if (problems.length > 0) throw new InvalidInputError(problems);
    return this.calculated(resource, values);
  }

  /** Fills in the formulas, each after those it reads. */
  calculated(resource: string, values: StoredValues): StoredValues {
    const fields = this.fields.of(resource);
    const formulas = fields.filter(({ kind }) => kind === 'formula');
    const { [PROBLEMS]: _before, ...made } = { ...values } as Record<string, unknown>;
    if (formulas.length === 0) return made;
    const numeric = new Set(fields.filter(({ kind }) => isNumeric(kind)).map(({ code }) => code));
    const problems: Record<string, FormulaProblem> = {};
    for (const { code } of formulas) delete made[code];
    const pending = new Map(formulas.map((field) => [field.code, field]));
    const calculate = (field: FieldDefinition): void => {
      pending.delete(field.code);
      const formula = this.formulaOf(field.formula!);
      for (const code of formula.references) if (pending.has(code)) calculate(pending.get(code)!);
      const { value, problem } = formula.evaluate(
        (code) => made[code],
        (code) => numeric.has(code),
        field.settings.scale ?? 2,
      );
      if (value !== null) made[field.code] = value;
      if (problem) problems[field.code] = problem;
    };
    for (const field of formulas) if (pending.has(field.code)) calculate(field);
    return Object.keys(problems).length > 0 ? { ...made, [PROBLEMS]: problems } : made;
  }

  private async put(
    field: FieldDefinition,
    value: unknown,
    values: Record<string, unknown>,
    kept: StoredValues,
    problems: FieldProblem[],
    actor: Actor,
  ): Promise<void> {
    if (isBlank(value)) return void delete values[field.code];
    const checked = checkValue(
      field,
      value,
      new Set(Object.keys(this.fields.choices(field))),
      kept[field.code],
    );
    const pointer = `/custom/${field.code}`;
    if (!('value' in checked)) return void problems.push({ pointer, ...checked });
    const resolved = await this.resolve(field, checked.value, kept[field.code], actor);
    if (resolved === undefined)
      problems.push({
        pointer,
        rule: 'reference',
        detail: 'There is no such record or file, or it is not yours to see.',
      });
    else values[field.code] = resolved;
  }

  /** Links and files must be the caller's to see; what the record has already may stay. */
  private async resolve(
    field: FieldDefinition,
    value: unknown,
    kept: unknown,
    actor: Actor,
  ): Promise<unknown> {
    if (field.kind === 'link' && field.settings.target) {
      const target = this.resources.find(field.settings.target);
      if (value === kept) return value;
      return target && (await found(this.lists.one(target.list, value as string, actor))) ? value : undefined;
    }
    if (field.kind !== 'attachment') return value;
    const known = new Map(
      (Array.isArray(kept) ? (kept as { id: string }[]) : []).map((file) => [file.id, file]),
    );
    const files = [];
    for (const id of value as string[]) {
      const file = known.get(id) ?? (await this.ownFile(id, actor));
      if (!file) return undefined;
      files.push(file);
    }
    return files;
  }

  private async ownFile(
    id: string,
    actor: Actor,
  ): Promise<{ id: string; name: string; size: number } | undefined> {
    const file = await found(this.files.read(id));
    return file && file.createdBy === actor.id ? { id, name: file.name, size: file.size } : undefined;
  }

  private formulaOf(text: string): Formula {
    const known = this.formulas.get(text) ?? new Formula(text);
    if (this.formulas.size > 1_000) this.formulas.clear();
    this.formulas.set(text, known);
    return known;
  }
}

async function found<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof RecordNotFoundError) return undefined;
    throw error;
  }
}

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

export const appliesTo = ({ appliesTo: types }: FieldDefinition, type: string | undefined): boolean =>
  types.length === 0 || type === undefined || types.includes(type);

function refusalOf(
  field: FieldDefinition | undefined,
  type: string | undefined,
  actor: Actor,
): Pick<FieldProblem, 'rule' | 'detail'> | undefined {
  if (!field) return { rule: 'unknown', detail: 'There is no such field.' };
  if (field.retiredAt)
    return { rule: 'retired', detail: 'This field is retired: its values can be read, not changed.' };
  if (!appliesTo(field, type))
    return { rule: 'notForType', detail: 'Records of this type do not have this field.' };
  const { changePermission } = field;
  if (changePermission && actor !== SYSTEM_ACTOR && !may(actor, changePermission))
    return { rule: 'forbidden', detail: 'Your roles do not allow changing this field.' };
  return undefined;
}
