import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { formatCount } from '../shared/format/numbers';
import { currentLocale } from '../shared/i18n/i18n';
import { useImportableResources } from './import.queries';
import type { Remark } from './import-types';

/** Labels of resources and fields, and the sentences for remarks, in the language in use. */
export function useImportWords() {
  const { t, te } = useI18n();
  const { data: resources } = useImportableResources();

  const labels = computed(() => {
    const isChinese = currentLocale() === 'zh-CN';
    const named = new Map<string, string>();
    for (const { resource, label: title, fields } of resources.value ?? []) {
      named.set(resource, isChinese ? title.zh : title.en);
      for (const field of fields) named.set(field.field, isChinese ? field.label.zh : field.label.en);
    }
    return named;
  });

  /** `customer` or `customer.name`; `customer.*` is whatever identifies a customer. */
  function label(name: string): string {
    if (name.endsWith('.*')) return t('import.columns.keyOf', { resource: label(name.slice(0, -2)) });
    return labels.value.get(name) ?? name;
  }

  /** A field told apart from its namesakes: several resources have a name and a province. */
  function fullLabel(resource: string, field: string): string {
    const own = label(field);
    const words = label(resource).replace(/ \d+$/, '');
    return own.startsWith(words) ? own : `${label(resource)} · ${own}`;
  }

  /** A field without its resource, or a reference to another resource, as conflicts name them. */
  const fieldLabel = (resource: string, field: string): string =>
    labels.value.get(`${resource}.${field}`) ?? label(field);

  /** `Intl.ListFormat` runs short Chinese lists together. */
  const list = (items: readonly unknown[]): string =>
    items.map(String).join(currentLocale() === 'zh-CN' ? '、' : ', ');

  function say(group: 'notes' | 'problems', { code, params }: Remark): string {
    const key = `import.${group}.${code}`;
    const written = Object.fromEntries(
      Object.entries(params).map(([name, value]) => {
        if (Array.isArray(value)) return [name, list(value)];
        return [name, typeof value === 'number' ? formatCount(value) : value];
      }),
    );
    return te(key) ? t(key, written) : code;
  }

  /** Names a problem of many rows, whose details differ. */
  const kind = (code: string): string => {
    const key = `import.kinds.${code}`;
    return te(key) ? t(key) : say('problems', { code, params: {} });
  };

  return {
    label,
    fieldLabel,
    fullLabel,
    list,
    /** A remark about the file. */
    note: (remark: Remark) => say('notes', remark),
    /** What is wrong with a row or cell. */
    problem: (remark: Remark) => say('problems', remark),
    kind,
    resources,
  };
}
