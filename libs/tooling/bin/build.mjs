// `pnpm build [api] [web]`: anew, whatever is there.
import { ensureBuilt, PARTS } from '../src/build.mjs';

const names = process.argv.slice(2);
try {
  const parts = PARTS.filter(({ name }) => names.length === 0 || names.includes(name));
  const built = await ensureBuilt({ parts, force: true, onLog: console.log });
  if (built.length < names.length) throw new Error(`Nothing is built under the name ${names.join(' ')}.`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
