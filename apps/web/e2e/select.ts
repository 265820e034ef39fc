import type { Page } from 'playwright-core';

/** Chooses an option of a select by its label. The field itself lies below what it shows, so the frame is clicked. */
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  const field = page.getByRole('combobox', { name: label });
  await page.locator('.el-select').filter({ has: field }).click();
  await page.getByRole('option', { name: option, exact: typeof option === 'string' }).click();
}
