// Conventional commits, scope = module word: `feat(pricing): …`.
import { readFileSync } from 'node:fs';

const FORM = /^(feat|fix|refactor|perf|test|docs|build|chore|style|revert)(\([a-z0-9-]+\))?!?: .{3,}/;
const [subject = ''] = readFileSync(process.argv[2], 'utf8').split('\n');
if (!FORM.test(subject) && !subject.startsWith('Merge ')) {
  console.error(`Commit message "${subject}" is not of the form "feat(customer): what changed".`);
  process.exit(1);
}
