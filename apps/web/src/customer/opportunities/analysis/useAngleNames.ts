import { useI18n } from 'vue-i18n';
import { useDictionaryOptions } from '../../../shared/custom-fields/custom-field.queries';
import { currentLocale } from '../../../shared/i18n/i18n';
import { findOption, useOptionText } from '../../../shared/list/useOptionText';
import type { AnalysisKey } from './analysis.queries';

/** What people call the value of an angle: the word of a dictionary, the stage in their language, else its name. */
export function useAngleNames() {
  const { t } = useI18n();
  const { write } = useOptionText();
  const words = {
    reason: useDictionaryOptions('loss-reason'),
    competitor: useDictionaryOptions('competitor'),
    source: useDictionaryOptions('opportunity-source'),
  };
  return (angle: string, key: AnalysisKey | undefined): string => {
    if (!key || key.id === null) return t('opportunities.analysis.unknown');
    const options = words[angle as keyof typeof words];
    if (options) return write(findOption(options.value, key.id));
    if (angle !== 'stage') return key.name ?? key.id;
    const [zh = '', en = ''] = (key.name ?? '').split('|');
    return currentLocale() === 'en' ? en : zh;
  };
}
