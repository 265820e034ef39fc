import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Whole jobs in a real Chromium against the built product with its demo company; one product for the run. */
export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['e2e/**/*.browser-spec.ts'],
    globalSetup: ['e2e/harness/product.ts'],
    fileParallelism: false, // one browser at a time: two of them on two cores only wait for each other
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A busy machine can make a browser miss a moment; a fault of ours shows each time. On a desk it shows at once.
    retry: process.env.CI ? 2 : 0,
    expect: { poll: { timeout: 15_000 } }, // as long as Playwright waits for an element
  },
});
