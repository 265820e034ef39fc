import element from 'element-plus/es/locale/lang/en';
import { byFeature } from './by-feature';

export { element };
export const messages = byFeature(
  import.meta.glob(['/src/*/locale/en.ts', '/src/*/*/locale/en.ts'], { eager: true, import: 'default' }),
);
