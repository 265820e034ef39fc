import { useLocalStorage } from '@vueuse/core';
import type { Language } from 'element-plus/es/locale';
import { shallowRef } from 'vue';
import { createI18n } from 'vue-i18n';

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

export async function setLocale(locale: Locale = remembered.value): Promise<void> {
  const bundle = await BUNDLES[locale]();
  i18n.global.setLocaleMessage(locale, bundle.messages);
  i18n.global.locale.value = locale;
  elementLocale.value = bundle.element;
  remembered.value = locale;
  document.documentElement.lang = locale;
}
