import { type Component, defineAsyncComponent } from 'vue';
import { needWords } from './i18n';

/** A piece that is fetched when it is first drawn, together with what it says. @param key a locale key of its words */
export const withWords = <T extends Component>(key: string, load: () => Promise<{ default: T }>): T =>
  defineAsyncComponent(async () => {
    const [module] = await Promise.all([load(), needWords(key)]);
    return module as { default: T } & Component;
  }) as unknown as T;
