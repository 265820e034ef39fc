import { startProduct } from '@juke/tooling/browser';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the product under test, without a slash at the end. */
    productUrl: string;
  }
}

/** One product with the demo company for all browser specs: each makes its own records and leaves others' alone. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const product = await startProduct({ env: { WEBHOOK_NETWORKS: '127.0.0.0/8' } });
  project.provide('productUrl', product.url.replace(/\/$/, ''));
  return product.stop;
}
