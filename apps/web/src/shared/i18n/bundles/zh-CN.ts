import element from 'element-plus/es/locale/lang/zh-cn';
import titles from 'virtual:titles/zh-CN';
import { byFeature } from './by-feature';

export { element };
export const messages = {
  ...titles,
  ...byFeature(
    import.meta.glob(['/src/app/locale/zh-CN.ts', '/src/shared/locale/zh-CN.ts'], {
      eager: true,
      import: 'default',
    }),
  ),
};
