/** What a declared fact is; it decides which comparisons a flow may make with it. */
export const FACT_TYPES = ['money', 'number', 'enum', 'dictionary', 'department', 'boolean', 'text'] as const;
export type FactType = (typeof FACT_TYPES)[number];

export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** A value that flows may ask for: amount, deviation, department … */
export interface FactDeclaration {
  readonly name: string;
  readonly label: Label;
  readonly type: FactType;
  /** Closed set of an `enum`, with what people call its values. */
  readonly values?: readonly { readonly value: string; readonly label: Label }[];
  /** Code of the dictionary, for `dictionary`. */
  readonly dictionary?: string;
}

/** Money and numbers are decimal texts, a department its id; null where there is none. */
export type FactValue = string | boolean | null;
export type Facts = Readonly<Record<string, FactValue>>;

export const isNumeric = ({ type }: Pick<FactDeclaration, 'type'>): boolean =>
  type === 'money' || type === 'number';
