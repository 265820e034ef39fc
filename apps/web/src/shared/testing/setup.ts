import { beforeEach } from 'vitest';
import { needAllWords, setLocale } from '../i18n/i18n';

beforeEach(async () => {
  localStorage.clear();
  await setLocale('zh-CN');
  await needAllWords();
});
