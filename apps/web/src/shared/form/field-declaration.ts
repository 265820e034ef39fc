import type { Option } from '../list/list-declaration';
import type { SelectSource } from '../select/select-source';

export type FormValues = Record<string, unknown>;

/** One input of a form. `key` is the property sent to the API, so a server's pointer finds its field. */
export type FieldDeclaration = {
  readonly key: string;
  /** Locale keys. */
  readonly title: string;
  readonly hint?: string;
  readonly isRequired?: boolean;
  /** Takes the whole width of a two-column form. */
  readonly isWide?: boolean;
  readonly isShown?: (values: FormValues) => boolean;
} & (
  | { readonly kind: 'text' | 'long-text' | 'email' | 'phone' | 'decimal'; readonly maxLength?: number }
  | { readonly kind: 'day' | 'flag' }
  | { readonly kind: 'options'; readonly options: readonly Option[]; readonly isMultiple?: boolean }
  | { readonly kind: 'select'; readonly source: SelectSource; readonly isMultiple?: boolean }
);
