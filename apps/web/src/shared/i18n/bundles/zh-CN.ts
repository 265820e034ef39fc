import element from 'element-plus/es/locale/lang/zh-cn';
import { byFeature } from './by-feature';

export { element };
export const messages = byFeature(
  import.meta.glob(['/src/*/locale/zh-CN.ts', '/src/*/*/locale/zh-CN.ts'], {
    eager: true,
    import: 'default',
  }),
);
