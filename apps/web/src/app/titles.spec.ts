import { describe, expect, it } from 'vitest';
import { messages as english } from '../shared/i18n/bundles/en';
import { messages as chinese } from '../shared/i18n/bundles/zh-CN';
import { commandEntries, features, navEntries } from './features';

const wordIn = (messages: object, key: string): unknown =>
  key.split('.').reduce<unknown>((found, part) => (found as Record<string, unknown>)?.[part], messages);

describe('The first load', () => {
  it.each([
    ['zh-CN', chinese],
    ['en', english],
  ])('has every title that the shell shows before a page is opened, in %s', (_, messages) => {
    const routes = features.flatMap((feature) => feature.routes);
    const titles = [...navEntries, ...commandEntries].map(({ title }) => title);
    const named = [...titles, ...routes.flatMap(({ meta }) => meta?.title ?? [])];
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((title) => typeof wordIn(messages, title) !== 'string')).toEqual([]);
  });
});
