import { useI18n } from 'vue-i18n';
import { labelOf, useDictionaries } from '../../shared/custom-fields/custom-field.queries';
import { formatDay, formatInstant } from '../../shared/format/dates';
import { formatMoney, formatQuantity, formatRate } from '../../shared/format/numbers';
import { currentLocale } from '../../shared/i18n/i18n';
import type { Section } from '../approval.queries';

type Kind = Section['fields'][number]['kind'];
interface Written {
  readonly kind: Kind;
  readonly dictionary?: string;
  readonly wordsZh?: string;
  readonly wordsEn?: string;
}

/** Values of any document, written by what they are. */
export function useRenderedText() {
  const { t } = useI18n();
  const { data: dictionaries } = useDictionaries();

  function wordOf(code: string, value: string): string {
    const word = dictionaries.value
      ?.find((dictionary) => dictionary.code === code)
      ?.values.find((one) => one.code === value);
    return word ? labelOf(word) : value;
  }

  function write(value: string | null | undefined, { kind, dictionary, wordsZh, wordsEn }: Written): string {
    const words = currentLocale() === 'en' ? wordsEn : wordsZh;
    if (words) return words;
    if (value === null || value === undefined || value === '') return '–';
    if (kind === 'money') return formatMoney(value, 'CNY');
    if (kind === 'number') return formatQuantity(value);
    if (kind === 'rate') return formatRate(value);
    if (kind === 'date') return formatDay(value);
    if (kind === 'instant') return formatInstant(value);
    if (kind === 'boolean') return t(value === 'true' ? 'shared.yes' : 'shared.no');
    if (kind === 'dictionary') return wordOf(dictionary ?? '', value);
    return kind === 'file' ? value.slice(value.indexOf(' ') + 1) : value;
  }
  return { write };
}

export const isFigure = (kind: Kind): boolean => kind === 'money' || kind === 'number' || kind === 'rate';
