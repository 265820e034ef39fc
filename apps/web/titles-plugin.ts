import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport, type Plugin } from 'vite';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const PREFIX = 'virtual:titles/';
/** Where features say what the navigation, the palette and the breadcrumb call them. */
const DECLARATIONS = ['src/**/index.ts', 'src/**/*.feature.ts'];

type Words = { [key: string]: string | Words };

/** `src/system-admin/locale/en.ts` → `systemAdmin`. */
const namespaceOf = (path: string): string =>
  (path.split('/').at(-3) ?? '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Locale keys that features name as titles. */
function titleKeys(): string[] {
  const sources = DECLARATIONS.flatMap((pattern) => globSync(pattern, { cwd: ROOT }));
  const texts = sources.map((path) => readFileSync(`${ROOT}${path}`, 'utf8'));
  const named = texts.flatMap((text) => [...text.matchAll(/\btitle: '([\w.-]+)'/g)].map(([, key]) => key!));
  return [...new Set(named)].filter((key) => !/^(app|shared)\./.test(key));
}

function put(into: Words, keys: readonly string[], word: string): void {
  const [first = '', ...rest] = keys;
  if (rest.length === 0) into[first] = word;
  else put((into[first] ??= {}) as Words, rest, word);
}

async function titlesIn(locale: string): Promise<Words> {
  const all: Words = {};
  for (const path of globSync(`src/**/locale/${locale}.ts`, { cwd: ROOT })) {
    const { module } = await runnerImport<{ default: Words }>(`${ROOT}${path}`);
    all[namespaceOf(path)] = module.default;
  }
  const titles: Words = {};
  for (const key of titleKeys()) {
    const keys = key.split('.');
    const word = keys.reduce<string | Words | undefined>(
      (found, part) => (typeof found === 'object' ? found[part] : undefined),
      all,
    );
    if (typeof word === 'string') put(titles, keys, word);
  }
  return titles;
}

/**
 * `virtual:titles/<locale>`: of all features' words only those that the shell shows before any of their pages is opened. The
 * rest comes with the first page that needs it, so the first load does not grow with every feature.
 */
export const titlesPlugin = (): Plugin => ({
  name: 'titles',
  resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
  async load(id) {
    if (!id.startsWith(`\0${PREFIX}`)) return undefined;
    return `export default ${JSON.stringify(await titlesIn(id.slice(PREFIX.length + 1)))};`;
  },
});
