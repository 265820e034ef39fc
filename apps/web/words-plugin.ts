import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const NAME = 'virtual:words';
const LOCALES = ['zh-CN', 'en'];

/** `src/system-admin/webhooks/locale/en.ts` → `system-admin`, `webhooks`: what lies in one folder is shown on the same pages. */
const areaOf = (path: string): string => path.split('/')[1] ?? '';
const namespaceOf = (path: string): string =>
  (path.split('/').at(-3) ?? '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Locale files of the features; those of the shell and of what all pages share come with the first load. */
function filesOf(locale: string): Map<string, string[]> {
  const areas = new Map<string, string[]>();
  for (const path of globSync(`src/**/locale/${locale}.ts`, { cwd: ROOT }).sort()) {
    if (/^src\/(app|shared)\/locale\//.test(path)) continue;
    areas.set(areaOf(path), [...(areas.get(areaOf(path)) ?? []), path]);
  }
  return areas;
}

function catalogue(): string {
  const areas = [...filesOf(LOCALES[0]!)].map(([area, paths]) => {
    const loads = LOCALES.map((locale) => `'${locale}': () => import('${NAME}/${area}/${locale}')`);
    return `'${area}': { namespaces: ${JSON.stringify(paths.map(namespaceOf))}, load: { ${loads.join(', ')} } }`;
  });
  return `export default { ${areas.join(', ')} };`;
}

function wordsOf(area: string, locale: string): string {
  const paths = filesOf(locale).get(area) ?? [];
  const imports = paths.map((path, at) => `import words${at} from '${ROOT}${path}';`);
  const entries = paths.map((path, at) => `${namespaceOf(path)}: words${at}`);
  return `${imports.join('\n')}\nexport default { ${entries.join(', ')} };`;
}

/**
 * `virtual:words`: the areas of the application, their namespaces and how their words are fetched: one file an area and
 * language, because the first page of an area waits for it and many small files come slowly.
 */
export const wordsPlugin = (): Plugin => ({
  name: 'words',
  resolveId: (id) => (id === NAME || id.startsWith(`${NAME}/`) ? `\0${id}` : undefined),
  load(id) {
    if (id === `\0${NAME}`) return catalogue();
    if (!id.startsWith(`\0${NAME}/`)) return undefined;
    const [area, locale] = id.slice(NAME.length + 2).split('/') as [string, string];
    return wordsOf(area, locale);
  },
});
