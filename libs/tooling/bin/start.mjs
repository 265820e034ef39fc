// `pnpm start`
import { runProduct } from '../src/run-product.mjs';
import { DATA_DIR } from '../src/workspace.mjs';

try {
  process.exitCode = await runProduct({ dataDir: process.env.DATA_DIR ?? DATA_DIR, env: process.env });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
