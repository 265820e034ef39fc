import { useLocalStorage } from '@vueuse/core';
import type { Language } from 'element-plus/es/locale';
import { shallowRef } from 'vue';
import { createI18n } from 'vue-i18n';
import { AREAS, areaOf, wordsOf } from './feature-words';

export type Locale = 'zh-CN' | 'en';
export const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

/** One chunk per language, so the first load brings only the one in use. */
const BUNDLES = {
  'zh-CN': () => import('./bundles/zh-CN'),
  en: () => import('./bundles/en'),
};

const remembered = useLocalStorage<Locale>('juke.locale', 'zh-CN');

/** Element Plus's own words in the current language. */
export const elementLocale = shallowRef<Language>();

export const i18n = createI18n({ legacy: false, locale: '', fallbackWarn: false, messages: {} });

export const currentLocale = (): Locale => (i18n.global.locale.value as Locale) || remembered.value;

/** Areas whose words are wanted, in whatever language is in use. */
const wanted = new Set<string>();

export async function setLocale(locale: Locale = remembered.value): Promise<void> {
  const [bundle, ...words] = await Promise.all([
    BUNDLES[locale](),
    ...[...wanted].map((area) => wordsOf(area, locale)),
  ]);
  i18n.global.setLocaleMessage(locale, bundle.messages);
  for (const each of words) i18n.global.mergeLocaleMessage(locale, each);
  i18n.global.locale.value = locale;
  elementLocale.value = bundle.element;
  remembered.value = locale;
  document.documentElement.lang = locale;
}

/** What the pages of an area say is there before the first of them is drawn. @param key a locale key of that area */
export async function needWords(key: string): Promise<void> {
  const area = areaOf(key);
  if (area) await need(area);
}

/** Everything else, once there is time: search, notices and histories speak of all areas. */
export const needAllWords = (): Promise<unknown> => Promise.all(AREAS.map(need));

/** Only fetched, before the language is known to be set up. */
export function fetchWords(key: string): void {
  const area = areaOf(key);
  if (area) void wordsOf(area, currentLocale());
}

async function need(area: string): Promise<void> {
  if (wanted.has(area)) return;
  wanted.add(area);
  const locale = currentLocale();
  i18n.global.mergeLocaleMessage(locale, await wordsOf(area, locale));
}
