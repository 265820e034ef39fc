import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { byFeature } from './bundles/by-feature';

const chinese = byFeature(import.meta.glob('/src/**/locale/zh-CN.ts', { eager: true, import: 'default' }));
const english = byFeature(import.meta.glob('/src/**/locale/en.ts', { eager: true, import: 'default' }));

type Tree = { readonly [key: string]: string | Tree };

const flatten = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : flatten(value, `${prefix}${key}.`),
  );
const keys = { 'zh-CN': flatten(chinese as Tree), en: flatten(english as Tree) };

const sources = globSync('src/**/*.{ts,vue}').filter((path) => !/\.spec\.ts$|\/locale\//.test(path));

describe('Locale files', () => {
  it('hold the same keys in both languages', () => {
    expect(keys.en.toSorted()).toEqual(keys['zh-CN'].toSorted());
  });

  it('hold every key that the code names', () => {
    const known = new Set(keys.en);
    const groups = new Set(keys.en.map((key) => key.split('.')[0]));
    const missing = sources.flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/'([a-z][A-Za-z]*(?:\.[A-Za-z][\w-]*)+)'/g)]
        .map(([, key = '']) => key)
        .filter((key) => groups.has(key.split('.')[0] ?? '') && !known.has(key))
        .filter((key) => !keys.en.some((each) => each.startsWith(`${key}.`)))
        .map((key) => `${path}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  it('are the only place with Chinese text', () => {
    expect(sources.filter((path) => /\p{Script=Han}/u.test(readFileSync(path, 'utf8')))).toEqual([]);
  });
});
