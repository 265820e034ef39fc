import { useI18n } from 'vue-i18n';
import type { FieldError } from './form-rules';

/** What is wrong with a field in the user's words; empty when nothing is. */
export function useFieldError() {
  const { t, te } = useI18n();
  return (error: FieldError | undefined): string => {
    if (!error) return '';
    if (error.key && te(error.key)) return t(error.key, error.params ?? {});
    return error.text ?? t('shared.errors.http-422');
  };
}
