import type { Component } from 'vue';
import type { Option } from '../list/list-declaration';
import type { SelectSource } from '../select/select-source';

export type FormValues = Record<string, unknown>;

/** One input of a form. `key` is the property sent to the API, so a server's pointer finds its field. */
export type FieldDeclaration = {
  readonly key: string;
  /** Locale keys; words that are no key, such as the company's own, are shown as they are. */
  readonly title: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
  /** Takes the whole width of a two-column form. */
  readonly isWide?: boolean;
  readonly isShown?: (values: FormValues) => boolean;
} & (
  | { readonly kind: 'text' | 'long-text' | 'email' | 'phone' | 'decimal'; readonly maxLength?: number }
  | { readonly kind: 'day' | 'flag' }
  /** An input of its own; it takes `modelValue` and gives `update:modelValue`. */
  | { readonly kind: 'own'; readonly input: Component }
  | { readonly kind: 'options'; readonly options: readonly Option[]; readonly isMultiple?: boolean }
  | { readonly kind: 'select'; readonly source: SelectSource; readonly isMultiple?: boolean }
);
