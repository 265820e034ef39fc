import { i18n } from '../i18n/i18n';
import type { Option } from './list-declaration';

/** The declared option of a value, or the bare value where the server knows more options than this page. */
export const findOption = (options: readonly Option[] | undefined, value: unknown): Option =>
  options?.find((option) => option.value === String(value)) ?? { value: String(value), text: String(value) };

/** Writes an option in the language in use. */
export function useOptionText() {
  // Not the composable: it costs more than the rest of a cell, and a list has thousands of them.
  const { t } = i18n.global;
  const write = (option: Option): string => option.text ?? (option.title ? t(option.title) : option.value);
  return { write };
}
