import type { FieldDeclaration, FormValues } from '../form/field-declaration';
import { isSame } from '../form/form-rules';

/** A field that both changed, each to something else. */
export interface Clash {
  readonly field: FieldDeclaration;
  readonly before: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merge {
  /** Fields that only the other changed. */
  readonly taken: readonly FieldDeclaration[];
  readonly clashes: readonly Clash[];
  /** Theirs where only they changed it, mine everywhere else; clashes are mine until somebody chooses. */
  readonly values: FormValues;
}

/** Puts two people's changes of one record together, field by field. */
export function threeWay(
  fields: readonly FieldDeclaration[],
  before: FormValues,
  mine: FormValues,
  theirs: FormValues,
): Merge {
  const taken: FieldDeclaration[] = [];
  const clashes: Clash[] = [];
  const values: FormValues = { ...mine };
  for (const field of fields) {
    const [was, here, there] = [before[field.key], mine[field.key], theirs[field.key]];
    if (isSame(there, was) || isSame(there, here)) continue;
    if (isSame(here, was)) {
      taken.push(field);
      values[field.key] = there;
    } else clashes.push({ field, before: was, mine: here, theirs: there });
  }
  return { taken, clashes, values };
}
