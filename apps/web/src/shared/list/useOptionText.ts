import { useI18n } from 'vue-i18n';
import type { Option } from './list-declaration';

/** The declared option of a value, or the bare value where the server knows more options than this page. */
export const findOption = (options: readonly Option[] | undefined, value: unknown): Option =>
  options?.find((option) => option.value === String(value)) ?? { value: String(value), text: String(value) };

/** Writes an option in the language in use. */
export function useOptionText() {
  const { t } = useI18n();
  const write = (option: Option): string => option.text ?? (option.title ? t(option.title) : option.value);
  return { write };
}
