import areas from 'virtual:words';
import type { LocaleMessages, VueMessageType } from 'vue-i18n';

/** What has words of its own, fetched with the first page of it. */
export const AREAS: readonly string[] = Object.keys(areas);

/** The area that a locale key belongs to; undefined for the shell's own. */
export function areaOf(key: string): string | undefined {
  const namespace = key.split('.')[0]!;
  return AREAS.find((area) => areas[area]!.namespaces.includes(namespace));
}

export const wordsOf = async (area: string, locale: string): Promise<LocaleMessages<VueMessageType>> =>
  (await areas[area]!.load[locale]!()).default;
