import type { LocaleMessages, VueMessageType } from 'vue-i18n';

/** `src/system-admin/locale/en.ts` becomes the messages below `systemAdmin`; the folder names the namespace. */
export function byFeature(modules: Record<string, unknown>): LocaleMessages<VueMessageType> {
  const messages: Record<string, unknown> = {};
  for (const [path, content] of Object.entries(modules)) {
    const folder = path.split('/').at(-3) ?? '';
    messages[folder.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())] = content;
  }
  return messages as LocaleMessages<VueMessageType>;
}
