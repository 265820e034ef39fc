import type { Locator, Page } from 'playwright-core';

/** The panel that is open with this title: a form, a record beside its list, a question. */
export const panel = (page: Page, title: string): Locator => page.getByRole('dialog', { name: title });

/** Chooses from a selector that looks on the server as one types. */
export async function choose(scope: Locator, label: string, text: string): Promise<void> {
  const page = scope.page();
  // The input of a selector lies below its placeholder; the click goes through to it.
  await scope.getByLabel(label).click({ force: true });
  await page.keyboard.type(text);
  await page.getByRole('option', { name: text }).first().click();
}

/** Saves a form and waits until its panel is gone. */
export async function save(form: Locator): Promise<void> {
  await form.getByRole('button', { name: '保存' }).click();
  await form.waitFor({ state: 'detached' });
}

/** A name no other test has used. */
export const fresh = (word: string): string => `${word}${Date.now().toString(36)}${counter++}`;
let counter = 0;
