// `pnpm test` and `pnpm check`: everything, or `--only=api,web,lint`. The last line is "N passed, N failed".
import { check } from '../src/check/check.mjs';
import { abortSteps } from '../src/check/run-step.mjs';
import { checkSteps, selectSteps } from '../src/check/steps.mjs';

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    abortSteps();
    process.exit(130);
  });
}

const only = process.argv.find((argument) => argument.startsWith('--only='));
const words = only ? only.slice('--only='.length).split(',').filter(Boolean) : [];
try {
  process.exitCode = await check(selectSteps(checkSteps(), words), (line) => console.log(line));
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
