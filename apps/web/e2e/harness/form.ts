import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The panel that is open with this title: a form, a record beside its list, a question. */
export const panel = (page: Page, title: string): Locator => page.getByRole('dialog', { name: title });

/** The input of the field with exactly this label, whether it is required or not. */
const field = (scope: Locator, label: string): Locator =>
  scope
    .getByLabel(label, { exact: true })
    .or(scope.getByLabel(`${label}*`, { exact: true }))
    .first();

/**
 * Unfolds the list of a selector. Its input lies below what it shows, so the frame is clicked; and once more when that click
 * went to a list above that was still closing.
 */
export async function unfold(input: Locator): Promise<void> {
  const frame = input.locator(
    'xpath=ancestor::*[contains(concat(" ", @class, " "), " el-select__wrapper ")]',
  );
  const isOpen = async () => (await input.getAttribute('aria-expanded')) === 'true';
  const opens = async () => {
    if (await isOpen()) return true;
    await frame.click();
    await input.page().waitForTimeout(100); // the click folds it again where a focus had unfolded it
    return isOpen();
  };
  await expect.poll(opens, { interval: 500, message: `the list of ${String(input)} unfolds` }).toBe(true);
}

/** Chooses from a fixed set of words. */
export async function pick(scope: Locator, label: string, option: string | RegExp): Promise<void> {
  await unfold(field(scope, label));
  await scope
    .page()
    .getByRole('option', { name: option, exact: typeof option === 'string' })
    .click();
}

/** Chooses from a selector that looks on the server as one types. */
export async function choose(scope: Locator, label: string, text: string): Promise<void> {
  const page = scope.page();
  await unfold(scope.getByLabel(label));
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
