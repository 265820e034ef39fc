import type { LocaleMessages, VueMessageType } from 'vue-i18n';

/** `src/system-admin/locale/en.ts` → `systemAdmin`: the folder names the namespace. */
export const namespaceOf = (path: string): string =>
  (path.split('/').at(-3) ?? '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The messages of several locale files, each below its namespace. */
export const byFeature = (modules: Record<string, unknown>): LocaleMessages<VueMessageType> =>
  Object.fromEntries(
    Object.entries(modules).map(([path, content]) => [namespaceOf(path), content]),
  ) as LocaleMessages<VueMessageType>;
