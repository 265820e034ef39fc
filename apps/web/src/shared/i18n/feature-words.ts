import type { LocaleMessages, VueMessageType } from 'vue-i18n';
import { byFeature, namespaceOf } from './bundles/by-feature';

/** Words of the features, fetched with the first page of theirs. */
const FILES = import.meta.glob(
  ['/src/**/locale/zh-CN.ts', '/src/**/locale/en.ts', '!/src/app/locale/*.ts', '!/src/shared/locale/*.ts'],
  { import: 'default' },
);

/** `/src/customer/opportunities/locale/en.ts` → `customer`: what lies in one folder is shown on the same pages. */
const areaOfFile = (path: string): string => path.split('/')[2] ?? '';

export const AREAS: readonly string[] = [...new Set(Object.keys(FILES).map(areaOfFile))];

/** The area that a locale key belongs to; undefined for the shell's own. */
export function areaOf(key: string): string | undefined {
  const namespace = key.split('.')[0];
  const file = Object.keys(FILES).find((path) => namespaceOf(path) === namespace);
  return file && areaOfFile(file);
}

export async function wordsOf(area: string, locale: string): Promise<LocaleMessages<VueMessageType>> {
  const files = Object.entries(FILES).filter(
    ([path]) => areaOfFile(path) === area && path.endsWith(`/${locale}.ts`),
  );
  const contents = await Promise.all(files.map(async ([path, load]) => [path, await load()] as const));
  return byFeature(Object.fromEntries(contents));
}
