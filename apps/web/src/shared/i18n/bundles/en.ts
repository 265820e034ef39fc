import element from 'element-plus/es/locale/lang/en';
import titles from 'virtual:titles/en';
import { byFeature } from './by-feature';

export { element };
export const messages = {
  ...titles,
  ...byFeature(
    import.meta.glob(['/src/app/locale/en.ts', '/src/shared/locale/en.ts'], {
      eager: true,
      import: 'default',
    }),
  ),
};
