export { type Api, apiOf, type Items } from './api.ts';
export { axe, settled } from './axe.ts';
export { choose, fresh, panel, pick, save, unfold } from './form.ts';
export { allowConsoleError, expectNoConsoleErrors } from './console-errors.ts';
export { DEMO_PASSWORD, signIn, signInByForm } from './sign-in.ts';
export { DESKTOP, expect, type NewPage, PHONE, test } from './test.ts';
