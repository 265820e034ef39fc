import { beforeEach } from 'vitest';
import { setLocale } from '../i18n/i18n';

beforeEach(async () => {
  localStorage.clear();
  await setLocale('zh-CN');
});
