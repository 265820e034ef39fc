import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Until nothing on the page is still on its way. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('.el-skeleton, [aria-busy=true]'));
  // A colour half way to the next theme has the contrast of neither.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect }) => effect?.getTiming().iterations === Infinity),
  );
}

/** WCAG 2.2 AA and the best practices axe knows, on what the page shows now; `onlyColours` where nothing else is new. */
export async function axe(page: Page, { onlyColours = false } = {}): Promise<void> {
  await settled(page);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const { violations } = await page.evaluate(
    (runOnly) =>
      (
        globalThis as unknown as { axe: { run(scope: object, options: object): Promise<AxeResults> } }
      ).axe.run(
        {
          exclude: [['.el-popper[role=tooltip]']], // tooltips hang on the body, outside every landmark
        },
        { resultTypes: ['violations'], ...(runOnly && { runOnly }) },
      ),
    onlyColours ? ['color-contrast'] : undefined,
  );
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${String(target)}\n  ${failureSummary}`),
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
